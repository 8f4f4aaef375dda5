package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.JakartaServletUtils;
import fr.sisamu.portail.partners.fault.Delay;
import fr.sisamu.portail.partners.igc.DemonstrationPki;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;

/** Brings HTTP to the {@link Provider} and makes its endpoints wait when a fault says so. */
@WebServlet(value = "/psc/*", asyncSupported = true)
public class PscServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final long LONGEST_BODY = 100_000;

    @Resource
    transient ManagedScheduledExecutorService executor;

    private transient Provider provider;

    @Override
    public void init() throws ServletException {
        Path pki = Path.of(System.getProperty("demo.pki", ""));
        PscSettings settings = PscSettings.ofConfig();
        try {
            RegisteredClient portal = RegisteredClient.portal(
                    settings,
                    DemonstrationPki.read(pki.resolve("psc-client.p12"), DemonstrationPki.PSC_CLIENT)
                            .certificate());
            provider = new Provider(settings, portal, ServerTrust.of(pki.resolve("server-ca.pem")), Clock.systemUTC());
        } catch (IOException | GeneralSecurityException e) {
            throw new ServletException("no Pro Santé Connect without the keys of " + pki, e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        Optional<EndpointFault> fault = Delay.isOver(request) ? Optional.empty() : provider.takeFault(path);
        Optional<Delay> delay = fault.flatMap(EndpointFault::delay);
        if (delay.isPresent()) {
            delay.get().begin(request, executor);
            return;
        }
        HTTPRequest asked = JakartaServletUtils.createHTTPRequest(request, LONGEST_BODY);
        write(
                fault.map(present -> Answers.failure(present, asked)).orElseGet(() -> provider.answer(path, asked)),
                response);
    }

    /** As octets: what the SDK writes by a writer is cut short by one octet for each accent on this server. */
    private static void write(HTTPResponse answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode());
        answer.getHeaderMap().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (answer.getBody() != null) {
            byte[] body = answer.getBody().getBytes(StandardCharsets.UTF_8);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}

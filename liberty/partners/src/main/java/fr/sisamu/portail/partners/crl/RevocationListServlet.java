package fr.sisamu.portail.partners.crl;

import fr.sisamu.portail.partners.fault.FaultMode;
import fr.sisamu.portail.partners.fault.Faults;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GET /crl/ACI-FO-PP.crl}, {@code GET /crl/ACI-FO-PP-delta.crl}: what revokes the demonstration's revoked cards. */
@WebServlet(value = "/crl/*", asyncSupported = true)
public class RevocationListServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** The authorities that publish lists; the rogue does not. */
    private static final Pattern NAME =
            Pattern.compile("/(ACR-(?:FO|ST|EL)|ACI-(?:FO|ST|EL)-PP|ACI-EL-ORG)(-delta)?\\.crl");

    @Inject
    transient Faults faults;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(request.getPathInfo()));
        if (!name.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        RevocationLists lists = new RevocationLists(Path.of(System.getProperty("demo.pki", "")), Clock.systemUTC());
        FaultMode mode = faults.of("crl");
        try {
            byte[] list = name.group(2) == null ? lists.full(name.group(1), mode) : lists.delta(name.group(1), mode);
            response.setContentType("application/pkix-crl");
            response.getOutputStream().write(list);
        } catch (GeneralSecurityException e) {
            throw new IOException("the list of " + name.group(1) + " cannot be made", e);
        }
    }
}

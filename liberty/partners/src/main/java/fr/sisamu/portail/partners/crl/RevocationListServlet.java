package fr.sisamu.portail.partners.crl;

import fr.sisamu.portail.partners.fault.FaultMode;
import fr.sisamu.portail.partners.fault.Faults;
import fr.sisamu.portail.partners.igc.Authority;
import fr.sisamu.portail.partners.igc.Card;
import fr.sisamu.portail.partners.igc.DemonstrationPki;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GET /crl/ACI-FO-PP.crl}: the list that revokes the demonstration's revoked cards, good for seven days. */
@WebServlet(value = "/crl/*", asyncSupported = true)
public class RevocationListServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern NAME = Pattern.compile("/([A-Z-]{3,20})\\.crl");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final List<String> REVOKED = List.of("cps-medecin-revoque", "cpe-arm-revoque");

    @Inject
    transient Faults faults;

    private final transient Clock clock = Clock.systemUTC();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Path directory = Path.of(System.getProperty("demo.pki", ""));
        Matcher name = NAME.matcher(String.valueOf(request.getPathInfo()));
        if (!name.matches() || !Files.exists(directory.resolve("authorities.p12"))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            byte[] list = list(directory, name.group(1));
            response.setContentType("application/pkix-crl");
            response.getOutputStream().write(list);
        } catch (GeneralSecurityException e) {
            throw new IOException("the list of " + name.group(1) + " cannot be made", e);
        }
    }

    private byte[] list(Path directory, String name) throws IOException, GeneralSecurityException {
        FaultMode mode = faults.of("crl");
        String signer = mode == FaultMode.FORGED ? "FAUX-ACI-FO-PP" : name;
        Card pair = DemonstrationPki.read(directory.resolve("authorities.p12"), signer);
        Authority authority = new Authority(name, pair.certificate(), pair.privateKey());
        Instant now = clock.instant();
        Instant thisUpdate = mode == FaultMode.STALE ? now.minus(WEEK.multipliedBy(4)) : now.minusSeconds(60);
        return authority.crl(
                thisUpdate, thisUpdate.plus(WEEK), BigInteger.valueOf(thisUpdate.getEpochSecond()), revoked(directory));
    }

    /** The serial numbers of all revoked cards; a number of another authority in a list revokes nothing. */
    private static List<BigInteger> revoked(Path directory) throws IOException, GeneralSecurityException {
        List<BigInteger> serials = new ArrayList<>();
        for (String card : REVOKED) {
            Path file = directory.resolve("cards").resolve(card + ".p12");
            serials.add(DemonstrationPki.read(file, card).certificate().getSerialNumber());
        }
        return serials;
    }
}

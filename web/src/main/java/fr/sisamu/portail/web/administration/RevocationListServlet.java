package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.administration.RevocationAdministration;
import fr.sisamu.portail.revocation.ImportResult;
import fr.sisamu.portail.web.body.Multipart;
import fr.sisamu.portail.web.body.Multipart.Part;
import fr.sisamu.portail.web.body.ReadingServlet;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.page.Note;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Takes a revocation list that an administrator brings as a file. */
@WebServlet("/administration/revocation-list")
public class RevocationListServlet extends ReadingServlet {

    private static final long serialVersionUID = 1L;
    private static final String LIST = "list";
    private static final byte[] NOTHING = {};

    @Inject
    transient CurrentRights rights;

    @Inject
    transient RevocationAdministration revocation;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.seeOther(response, Place.REVOCATION.getPath() + "?" + outcome(request));
    }

    private String outcome(HttpServletRequest request) throws IOException {
        ImportResult result = revocation.take(rights.get(), list(Multipart.of(request)));
        return result instanceof ImportResult.Refused refused
                ? "refused=" + refused.reason()
                : "note=" + Note.Kind.LIST_TAKEN;
    }

    /** To the last part, so that half a form does nothing. */
    private static byte[] list(Multipart parts) throws IOException {
        byte[] octets = NOTHING;
        for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            if (part.get().name().equals(LIST)) {
                octets = part.get().content().readAllBytes();
            }
        }
        return octets;
    }
}

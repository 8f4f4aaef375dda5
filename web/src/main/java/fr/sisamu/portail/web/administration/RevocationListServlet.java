package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.administration.RevocationAdministration;
import fr.sisamu.portail.revocation.ImportResult;
import fr.sisamu.portail.revocation.ListRefusal;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.page.Note;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Takes a revocation list that an administrator brings as a file. */
@WebServlet("/administration/revocation-list")
@MultipartConfig(
        maxFileSize = RevocationListServlet.LARGEST,
        maxRequestSize = RevocationListServlet.LARGEST + 4096,
        fileSizeThreshold = 1_048_576)
public class RevocationListServlet extends HttpServlet {

    /** What the service takes by default ({@code portail.revocation.limit}). */
    static final long LARGEST = 67_108_864;

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(RevocationListServlet.class.getName());

    @Inject
    transient CurrentRights rights;

    @Inject
    transient RevocationAdministration revocation;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Answers.seeOther(response, Place.REVOCATION.getPath() + "?" + outcome(request));
    }

    private String outcome(HttpServletRequest request) throws IOException, ServletException {
        byte[] octets;
        try {
            Part file = request.getPart("list");
            octets = file == null ? new byte[0] : file.getInputStream().readAllBytes();
        } catch (IllegalStateException tooBig) { // Servlet 6.0, HttpServletRequest.getPart
            LOG.log(Level.INFO, "a list too big to be read", tooBig);
            return "refused=" + ListRefusal.TOO_BIG;
        }
        ImportResult result = revocation.take(rights.get(), octets);
        return result instanceof ImportResult.Refused refused
                ? "refused=" + refused.reason()
                : "note=" + Note.Kind.LIST_TAKEN;
    }
}

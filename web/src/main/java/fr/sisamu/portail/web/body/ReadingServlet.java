package fr.sisamu.portail.web.body;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.util.Optional;

/**
 * A servlet that reads the body itself, within the bounds of {@link StreamedRequest}. Where it is given up the servlet ends
 * with an exception, which the server would log with its whole stack: so it goes no further than here.
 */
public abstract class ReadingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String REFUSAL = ReadingServlet.class.getName();

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        try {
            super.service(request, response);
        } catch (ServletException | IOException | RuntimeException thrown) {
            BodyRefusal refusal = BodyRefusedException.behind(thrown).orElse(null);
            if (refusal == null) {
                throw thrown;
            }
            request.setAttribute(REFUSAL, refusal);
        }
    }

    /** Why the body of this request was given up; empty if it was not. */
    public static Optional<BodyRefusal> refusal(ServletRequest request) {
        return Optional.ofNullable((BodyRefusal) request.getAttribute(REFUSAL));
    }
}

package fr.sisamu.portail.web.prosanteconnect;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves the artwork of the button, where there is one. */
@WebServlet(ButtonArtworkServlet.ADDRESS)
public class ButtonArtworkServlet extends HttpServlet {

    static final String ADDRESS = "/prosanteconnect/artwork";

    private static final long serialVersionUID = 1L;

    @Inject
    transient ButtonArtwork artwork;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!artwork.present()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(artwork.type());
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.getOutputStream().write(artwork.content());
    }
}

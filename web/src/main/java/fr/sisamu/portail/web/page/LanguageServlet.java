package fr.sisamu.portail.web.page;

import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Keeps the language chosen on this post and goes back to where the choice was made, within the portal alone. */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        if ("en".equals(request.getParameter("to"))) {
            PortalCookie.LANGUAGE.write(response, "en");
        } else {
            PortalCookie.LANGUAGE.write(response, "fr");
        }
        Answers.seeOther(response, pageOf(request.getParameter("back")));
    }

    /** A page of ours by its bare name; anything else leads to the next step. */
    private static String pageOf(String back) {
        return back != null && back.matches("/[a-z-]{1,40}\\.xhtml") ? back : "/next";
    }
}

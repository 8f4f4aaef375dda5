package fr.sisamu.portail.web.page;

import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;

/** Keeps the language chosen on this post and goes back to where the choice was made, within the portal alone. */
@WebServlet(value = "/language", asyncSupported = true)
public class LanguageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PAGE = Pattern.compile(
            "/(administration/)?[a-z-]{1,40}\\.xhtml(\\?[a-z]{1,10}=[A-Z0-9_-]{1,40}(&[a-z]{1,10}=[A-Z0-9_-]{1,40}){0,2})?");

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        if ("en".equals(request.getParameter("to"))) {
            PortalCookie.LANGUAGE.write(response, "en");
        } else {
            PortalCookie.LANGUAGE.write(response, "fr");
        }
        Answers.seeOther(response, pageOf(request.getParameter("back")));
    }

    /** A page of ours with its short parameters; anything else leads to the next step. */
    static String pageOf(String back) {
        return back != null && PAGE.matcher(back).matches() ? back : "/next";
    }
}

package fr.sisamu.portail.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/**
 * Answers a form by a page that goes on to another service by itself (the header Refresh) and has a link for whoever is
 * not taken there. No 303: browsers hold every redirect behind a form against the page's {@code form-action} (CSP 3
 * §2.2.2), and where Pro Santé Connect leads on to, a hospital's own login for instance, nobody here can list. And while a
 * slow service does not answer, the post shows a way back.
 */
@Named
@RequestScoped
public class Leaving {

    /** Each has its words {@code leaving.<name>…}. */
    public enum Why {
        LOGIN,
        LOGOUT
    }

    private static final String PAGE = "/leaving.xhtml";
    private static final String ADDRESS = Leaving.class.getName() + ".address";
    private static final String WHY = Leaving.class.getName() + ".why";

    @Inject
    HttpServletRequest request;

    @Inject
    Redirect redirect;

    public static void to(URI address, Why why, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Refresh", "0;url=" + address.toASCIIString());
        request.setAttribute(ADDRESS, address.toASCIIString());
        request.setAttribute(WHY, why);
        request.getRequestDispatcher(PAGE).forward(request, response);
    }

    /** Runs before the page is rendered; opened by hand it leads nowhere else. */
    public void enter() {
        if (getAddress() == null) {
            redirect.to("/next");
        }
    }

    public String getAddress() {
        return (String) request.getAttribute(ADDRESS);
    }

    /** The key under which the texts are found. */
    public String getKey() {
        return "leaving." + request.getAttribute(WHY);
    }
}

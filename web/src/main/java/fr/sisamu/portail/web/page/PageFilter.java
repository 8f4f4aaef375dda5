package fr.sisamu.portail.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Says the language of a page in its header, hands a page out whole or not at all, and refuses a form that brings a state:
 * every page here is stateless, so a state is forged, and nobody's bytes are to be deserialised.
 */
@WebFilter(
        urlPatterns = "*.xhtml",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class PageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(PageFilter.class.getName());
    private static final String STATE = "jakarta.faces.ViewState";
    private static final String STATELESS = "stateless";

    @Inject
    transient Language language;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.REQUEST && !isWellFormed(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setLocale(language.getLocale());
        WholeResponse whole = new WholeResponse(response);
        chain.doFilter(request, whole);
        whole.send();
    }

    /** The server meets a bad %-escape with an exception, and only once somebody asks for a parameter. */
    private static boolean isWellFormed(HttpServletRequest request) {
        try {
            String state = request.getParameter(STATE);
            return state == null || state.equals(STATELESS);
        } catch (IllegalArgumentException garbage) {
            LOG.log(Level.DEBUG, "parameters that cannot be read", garbage);
            return false;
        }
    }
}

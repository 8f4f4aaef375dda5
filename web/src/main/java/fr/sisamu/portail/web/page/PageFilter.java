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

/** Says the language of a page in its header, and hands a page out whole or not at all. */
@WebFilter(
        urlPatterns = "*.xhtml",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR},
        asyncSupported = true)
public class PageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Language language;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setLocale(language.getLocale());
        WholeResponse whole = new WholeResponse(response);
        boolean error = request.getDispatcherType() == DispatcherType.ERROR;
        chain.doFilter(error ? new UnreadRequest(request) : request, whole);
        whole.send();
    }
}

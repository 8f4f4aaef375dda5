package fr.sisamu.portail.web.page;

import fr.sisamu.portail.web.security.CurrentAgent;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sends a page opened out of order to the step that is missing. Only the profile can be missing in earnest: the bandeau
 * without a phone is a promise (« téléphone non lié — utilisez le combiné »), not a mistake.
 */
@WebFilter(
        urlPatterns = {Journey.PHONE, Journey.BANDEAU},
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class StepFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentAgent agent;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (agent.session().isPresent() && agent.session().get().profile().isEmpty()) {
            Answers.seeOther(response, "/next");
        } else {
            chain.doFilter(request, response);
        }
    }
}

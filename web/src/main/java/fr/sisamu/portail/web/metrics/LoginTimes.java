package fr.sisamu.portail.web.metrics;

import fr.sisamu.portail.metrics.LoginDurations;
import fr.sisamu.portail.metrics.LoginStep;
import fr.sisamu.portail.web.security.Route;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Takes the time of the requests by which people log in, whatever the answer. */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ASYNC},
        asyncSupported = true)
public class LoginTimes extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Map<String, LoginStep> STEPS = Map.ofEntries(
            Map.entry("POST " + Route.CARD_PRESENTATION.path(), LoginStep.CARD_PRESENTED),
            Map.entry("GET /card/login", LoginStep.CARD_TICKET),
            Map.entry("POST /card/login", LoginStep.CARD_TICKET),
            Map.entry("POST /otp.xhtml", LoginStep.PASSWORD),
            Map.entry("POST /otp-code.xhtml", LoginStep.CODE),
            Map.entry("POST /prosanteconnect/depart", LoginStep.PROVIDER_DEPARTURE),
            Map.entry("GET /prosanteconnect/retour", LoginStep.PROVIDER_RETURN),
            Map.entry("POST /psc-direct.xhtml", LoginStep.PROVIDER_DIRECT),
            Map.entry("POST /secours.xhtml", LoginStep.EMERGENCY_SECRET));

    @Inject
    transient LoginDurations durations;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        LoginStep step = STEPS.get(request.getMethod() + " " + request.getServletPath());
        if (step == null) {
            chain.doFilter(request, response);
            return;
        }
        long begin = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            durations.took(step, System.nanoTime() - begin);
        }
    }
}

package fr.sisamu.portail.web.metrics;

import fr.sisamu.portail.metrics.Exposition;
import fr.sisamu.portail.metrics.MetricsService;
import fr.sisamu.portail.metrics.Readings;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.web.health.ServerCertificate;
import fr.sisamu.portail.web.login.LiveStates;
import fr.sisamu.portail.web.page.Answers;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** What Prometheus scrapes, with the token of the settings in {@code Authorization: Bearer} (RFC 6750) and nothing else. */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient MetricsDoor door;

    @Inject
    transient MetricsService metrics;

    @Inject
    transient Readings readings;

    @Inject
    transient LiveStates ways;

    @Inject
    transient ServerCertificate certificate;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (door.judge(Optional.ofNullable(request.getHeader("Authorization")))) {
            case OPEN -> show(request, response);
            case REFUSED -> {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                response.setHeader("WWW-Authenticate", "Bearer realm=\"metrics\"");
                Answers.text(response, "metrics need the token of portail.metrics.token");
            }
            case CLOSED -> {
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                Answers.text(response, "metrics are closed: portail.metrics.token is not set, or too short");
            }
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        read();
        Exposition all = metrics.show(Optional.ofNullable(request.getHeader("Accept")));
        response.setContentType(all.contentType());
        response.getWriter().write(all.text());
    }

    private void read() {
        readings.way(LoginMethod.CARD, ways.card().status());
        readings.way(LoginMethod.OTP, ways.otp().status());
        ways.psc().ifPresent(way -> readings.way(LoginMethod.PRO_SANTE_CONNECT, way.status()));
        certificate.notAfter().ifPresent(readings::certificateEnds);
    }
}

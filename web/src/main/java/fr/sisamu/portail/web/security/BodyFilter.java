package fr.sisamu.portail.web.security;

import fr.sisamu.portail.web.body.BodyRefusal;
import fr.sisamu.portail.web.body.BodyRefusedException;
import fr.sisamu.portail.web.body.Bounds;
import fr.sisamu.portail.web.body.Fields;
import fr.sisamu.portail.web.body.FormReader;
import fr.sisamu.portail.web.body.FormReading;
import fr.sisamu.portail.web.body.FormRequest;
import fr.sisamu.portail.web.body.ReadingServlet;
import fr.sisamu.portail.web.body.Slots;
import fr.sisamu.portail.web.body.StreamedRequest;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Behind the door, which has judged what a request says of its body: reads a form, for which the request comes by a second
 * time (dispatcher ASYNC), and bounds what servlets read. Whoever stands behind this filter asks for parameters freely.
 */
public class BodyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final byte[] NOTHING = {};

    @Inject
    transient FormReader forms;

    @Inject
    transient Slots slots;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                resume(request, response, chain);
            } else {
                begin(request, response, chain);
            }
        } catch (IOException | ServletException | RuntimeException thrown) {
            BodyRefusal refusal = BodyRefusedException.behind(thrown).orElse(null);
            if (refusal == null) {
                throw thrown;
            }
            refuse(refusal, request, response);
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Bounds bounds = Route.of(request).orElseThrow().door().body.bounds;
        if (DoorRules.isRead(request)) {
            chain.doFilter(request, response);
        } else if (bounds.atOnce() > 0) {
            stream(new StreamedRequest(request, ofAddress(request), bounds, slots), response, chain);
        } else if (DoorRules.hasBody(request)) {
            forms.begin(request, Route.pathOf(request), bounds);
        } else {
            goOn(request, response, chain, NOTHING);
        }
    }

    private static Fields ofAddress(HttpServletRequest request) {
        return Fields.ofAddress(request).orElseThrow(); // the door has seen that it can be read
    }

    private static void stream(StreamedRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            request.end();
        }
        Optional<BodyRefusal> refusal = ReadingServlet.refusal(request);
        if (refusal.isPresent()) {
            refuse(refusal.get(), request, response);
        }
    }

    /** To write a page for whoever hung up would be a fault of its own. */
    private static void refuse(BodyRefusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (refusal != BodyRefusal.GONE) {
            DoorRefusal.of(refusal).answer(request, response);
        } else if (!response.isCommitted()) {
            DoorRefusal.hangUp(response);
            response.setStatus(DoorRefusal.of(refusal).status());
        }
    }

    private static void resume(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        FormReading reading = FormReading.of(request, Route.pathOf(request));
        if (reading.refusal().isPresent()) {
            refuse(reading.refusal().get(), request, response);
            return;
        }
        goOn(request, response, chain, reading.octets());
    }

    private static void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain, byte[] octets)
            throws IOException, ServletException {
        Optional<Fields> fields = Fields.read(request.getQueryString(), octets);
        Optional<DoorRefusal> refusal = fields.map(
                        read -> DoorRules.judgeForm(Route.of(request).orElseThrow(), read))
                .orElse(Optional.of(DoorRefusal.MALFORMED));
        if (refusal.isPresent()) {
            refusal.get().answer(request, response);
            return;
        }
        fields.get().rememberIn(request);
        chain.doFilter(new FormRequest(request, octets, fields.get()), response);
    }
}

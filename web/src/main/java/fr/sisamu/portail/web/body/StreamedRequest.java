package fr.sisamu.portail.web.body;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** A request whose servlet reads the body, within bounds. To ask for a parameter asks the address alone. */
public final class StreamedRequest extends HttpServletRequestWrapper {

    private final Bounds bounds;
    private final Slots slots;
    private final Map<String, String[]> fields;
    private BoundedStream body;

    /** @param fields those of the address */
    public StreamedRequest(HttpServletRequest request, Fields fields, Bounds bounds, Slots slots) {
        super(request);
        this.bounds = bounds;
        this.slots = slots;
        this.fields = Collections.unmodifiableMap(fields.asMap());
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            if (!slots.take(bounds)) {
                throw new BodyRefusedException(BodyRefusal.OVERLOADED, "too many send at once");
            }
            body = new BoundedStream(super.getInputStream(), bounds, () -> slots.giveBack(bounds));
        }
        return body;
    }

    /** Lets the next one send, if the end of the body has not done so. */
    public void end() {
        if (body != null) {
            body.over();
        }
    }

    @Override
    public BufferedReader getReader() {
        throw new IllegalStateException("octets, not text");
    }

    @Override
    public String getParameter(String name) {
        String[] values = fields.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        String[] values = fields.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return fields;
    }

    @Override
    public Part getPart(String name) throws ServletException {
        throw new ServletException("parts are read as they come, by Multipart");
    }

    @Override
    public Collection<Part> getParts() throws ServletException {
        throw new ServletException("parts are read as they come, by Multipart");
    }
}

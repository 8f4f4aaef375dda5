package fr.sisamu.portail.web.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/** A request whose form was read already: it gives the fields, and the octets again to whoever asks. */
public final class FormRequest extends HttpServletRequestWrapper {

    private final byte[] octets;
    private final Map<String, String[]> fields;

    public FormRequest(HttpServletRequest request, byte[] octets, Fields fields) {
        super(request);
        this.octets = octets;
        this.fields = Collections.unmodifiableMap(fields.asMap());
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
    public ServletInputStream getInputStream() {
        return new Octets(new ByteArrayInputStream(octets));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(octets), StandardCharsets.UTF_8));
    }

    @Override
    public Part getPart(String name) throws ServletException {
        throw new ServletException("a form without parts");
    }

    @Override
    public Collection<Part> getParts() throws ServletException {
        throw new ServletException("a form without parts");
    }

    private static final class Octets extends ServletInputStream {

        private final ByteArrayInputStream rest;

        Octets(ByteArrayInputStream rest) {
            this.rest = rest;
        }

        @Override
        public int read() {
            return rest.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return rest.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return rest.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("all of it is here already");
        }
    }
}

package fr.sisamu.portail.web.page;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/**
 * Keeps a page until all of it was written. Whatever goes wrong in its last line is then a whole page of its own, with its
 * status and its support code, and nobody sees half of anything.
 */
final class WholeResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream page = new ByteArrayOutputStream(1 << 15);
    private ServletOutputStream stream;
    private PrintWriter writer;
    private boolean over;

    WholeResponse(HttpServletResponse response) {
        super(response);
    }

    /** Hands the page out, unless it became an error or a redirect meanwhile. */
    void send() throws IOException {
        flushBuffer();
        if (!over && !isCommitted()) {
            setContentLength(page.size());
            page.writeTo(super.getOutputStream());
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (stream == null) {
            stream = new Kept(page);
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(page, Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    /** Faces flushes whenever it likes, also after an exception. */
    @Override
    public void flushBuffer() {
        if (writer != null) {
            writer.flush();
        }
    }

    @Override
    public void resetBuffer() {
        flushBuffer();
        page.reset();
        super.resetBuffer();
    }

    @Override
    public void reset() {
        resetBuffer();
        writer = null;
        stream = null;
        super.reset();
    }

    @Override
    public void sendError(int status) throws IOException {
        over = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        over = true;
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        over = true;
        super.sendRedirect(location);
    }

    /** Bytes that go into the page. */
    private static final class Kept extends ServletOutputStream {

        private final ByteArrayOutputStream page;

        Kept(ByteArrayOutputStream page) {
            this.page = page;
        }

        @Override
        public void write(int octet) {
            page.write(octet);
        }

        @Override
        public void write(byte[] octets, int from, int length) {
            page.write(octets, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("no page is written asynchronously");
        }
    }
}

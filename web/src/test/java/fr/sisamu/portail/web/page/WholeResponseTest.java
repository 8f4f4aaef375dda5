package fr.sisamu.portail.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeResponseTest {

    final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    final List<String> calls = new ArrayList<>();
    final WholeResponse response = new WholeResponse((HttpServletResponse) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, args) -> {
                calls.add(method.getName());
                return switch (method.getName()) {
                    case "getOutputStream" -> new Stream(sent);
                    case "getCharacterEncoding" -> "UTF-8";
                    case "isCommitted" -> sent.size() > 0;
                    default -> null;
                };
            }));

    @Test
    void sendsNothingBeforeTheEndHoweverOftenItIsFlushed() throws IOException {
        PrintWriter writer = response.getWriter();
        writer.write("é".repeat(100_000));
        writer.flush();
        response.flushBuffer();
        assertThat(sent.size()).isZero();

        response.send();

        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("é".repeat(100_000));
        assertThat(calls).contains("setContentLength");
    }

    @Test
    void sendsNoHalfPageAfterAnError() throws IOException {
        response.getWriter().write("<html>half");
        response.sendError(500);

        response.send();

        assertThat(sent.size()).isZero();
    }

    @Test
    void forgetsWhatWasWrittenBeforeItIsReset() throws IOException {
        response.getWriter().write("<html>half");
        response.reset();
        response.getWriter().write("whole");

        response.send();

        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo("whole");
    }

    /** The container's. */
    private static final class Stream extends ServletOutputStream {

        private final ByteArrayOutputStream octets;

        Stream(ByteArrayOutputStream octets) {
            this.octets = octets;
        }

        @Override
        public void write(int octet) {
            octets.write(octet);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}

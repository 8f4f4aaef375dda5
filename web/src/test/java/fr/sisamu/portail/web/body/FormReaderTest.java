package fr.sisamu.portail.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much memory forms may take while they are being read. */
class FormReaderTest {

    private static final int LONGEST = 32_768;
    private static final int ROOM = 1_024;
    private static final int MOST = 8_192;
    private static final Bounds FORM = new Bounds(LONGEST, Duration.ofSeconds(10), 0);

    private final FormReader reader = new FormReader();

    @Test
    void sendsWhoeverHasBeenSendingForLongestAwayWhenThereIsNoMoreRoom() throws IOException {
        List<FormReading> open = begin(ROOM + 2, LONGEST);

        assertThat(open.get(0).refusal()).contains(BodyRefusal.OVERLOADED);
        assertThat(open.get(1).refusal()).contains(BodyRefusal.OVERLOADED);
        assertThat(open.subList(2, ROOM + 2))
                .allMatch(reading -> reading.refusal().isEmpty());
    }

    /** Also those who announce little and send nothing are so many and no more. */
    @Test
    void keepsNoMoreThanSomeThousandsHoweverShort() throws IOException {
        List<FormReading> open = begin(MOST + 1, 10);

        assertThat(open.get(0).refusal()).contains(BodyRefusal.OVERLOADED);
        assertThat(open.get(1).refusal()).isEmpty();
    }

    @Test
    void hasRoomAgainForEachThatWasRead() throws IOException {
        List<FormReading> first = begin(ROOM, LONGEST);
        first.forEach(FormReading::onAllDataRead);
        begin(ROOM, LONGEST);

        assertThat(first).allMatch(reading -> reading.refusal().isEmpty());
    }

    @Test
    void countsEachEndOnce() throws IOException {
        FormReading one = begin(1, LONGEST).get(0);
        one.onError(new IOException("gone"));
        one.onAllDataRead();

        assertThat(one.refusal()).contains(BodyRefusal.GONE);
        List<FormReading> others = begin(ROOM + 1, LONGEST);
        assertThat(others.get(0).refusal()).contains(BodyRefusal.OVERLOADED);
    }

    private List<FormReading> begin(int number, long length) throws IOException {
        List<FormReading> open = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            HttpServletRequest request = request(length);
            reader.begin(request, "/page.xhtml", FORM);
            open.add(FormReading.of(request, "/page.xhtml"));
        }
        return open;
    }

    private static HttpServletRequest request(long length) {
        Map<String, Object> attributes = new HashMap<>();
        Map<String, Object> answers = Map.of(
                "getContentLengthLong",
                length,
                "getMethod",
                "POST",
                "getRemoteAddr",
                "192.0.2.1",
                "getRemotePort",
                40_000,
                "startAsync",
                proxy(AsyncContext.class, Map.of(), attributes),
                "getInputStream",
                new Silent());
        return proxy(HttpServletRequest.class, answers, attributes);
    }

    private static <T> T proxy(Class<T> type, Map<String, Object> answers, Map<String, Object> attributes) {
        return type.cast(Proxy.newProxyInstance(
                FormReaderTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    return switch (method.getName()) {
                        case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                        case "getAttribute" -> attributes.get((String) arguments[0]);
                        default -> answers.get(method.getName());
                    };
                }));
    }

    /** A body of which nothing has come yet. */
    private static final class Silent extends ServletInputStream {

        @Override
        public int read() {
            throw new IllegalStateException("nothing has come");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            throw new IllegalStateException("nothing has come");
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return false;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            // It never comes.
        }
    }
}

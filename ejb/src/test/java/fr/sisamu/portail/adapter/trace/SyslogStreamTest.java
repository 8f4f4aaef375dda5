package fr.sisamu.portail.adapter.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.adapter.trace.SyslogSettings.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyslogStreamTest {

    @TempDir
    Path directory;

    @Test
    void sendsEachRowAsAMessageWithItsLength() throws Exception {
        try (CollectorStub collector = new CollectorStub(ServerSocketFactory.getDefault(), 0, false);
                SyslogStream syslog = tcp(collector.port())) {
            syslog.write(Collectors.row("LOGIN", "« premier »"));
            syslog.write(Collectors.row("LOGIN", "second"));

            assertThat(collector.next()).contains("« premier »").endsWith("}");
            assertThat(collector.next())
                    .contains("second")
                    .startsWith("<86>1 2026-03-02T06:45:00.000001Z crra?b portail");
        }
    }

    @Test
    void saysThatNobodyListensAndGoesOnWhenSomebodyDoes() throws Exception {
        CollectorStub gone = new CollectorStub(ServerSocketFactory.getDefault(), 0, false);
        int port = gone.port();
        gone.close();
        try (SyslogStream syslog = tcp(port)) {
            assertThatThrownBy(() -> syslog.write(Collectors.row("LOGIN", "lost")))
                    .isInstanceOf(IOException.class);

            try (CollectorStub collector = new CollectorStub(ServerSocketFactory.getDefault(), port, false)) {
                syslog.write(Collectors.row("LOGIN", "there again"));
                assertThat(collector.next()).contains("there again");
            }
        }
    }

    @Test
    void isCutOffWhenTheCollectorReadsNothing() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (CollectorStub collector = new CollectorStub(ServerSocketFactory.getDefault(), 0, true)) {
            SyslogStream syslog = tcp(collector.port());
            AtomicInteger sent = new AtomicInteger();
            Future<?> hanging = thread.submit(() -> {
                while (true) {
                    syslog.write(Collectors.row("LOGIN", "x".repeat(2000)));
                    sent.incrementAndGet();
                }
            });
            int before;
            do { // until the buffers of the network are full
                before = sent.get();
                assertThatThrownBy(() -> hanging.get(500, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
            } while (sent.get() != before);

            syslog.close();

            assertThatThrownBy(hanging::get).hasCauseInstanceOf(IOException.class);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void speaksTlsWithACollectorWhoseAuthorityItKnows() throws Exception {
        Collectors known = Collectors.named("localhost");
        try (CollectorStub collector = new CollectorStub(known.sockets(), 0, false);
                SyslogStream syslog = tls(collector.port(), known)) {
            syslog.write(Collectors.row("LOGIN", "secret"));

            assertThat(collector.next()).contains("secret");
        }
    }

    @Test
    void tellsNothingToAStranger() throws Exception {
        try (CollectorStub collector =
                        new CollectorStub(Collectors.named("localhost").sockets(), 0, false);
                SyslogStream syslog = tls(collector.port(), Collectors.named("localhost"))) {
            assertThatThrownBy(() -> syslog.write(Collectors.row("LOGIN", "secret")))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void tellsNothingToACollectorOfAnotherName() throws Exception {
        Collectors other = Collectors.named("collector.example");
        try (CollectorStub collector = new CollectorStub(other.sockets(), 0, false);
                SyslogStream syslog = tls(collector.port(), other)) {
            assertThatThrownBy(() -> syslog.write(Collectors.row("LOGIN", "secret")))
                    .isInstanceOf(IOException.class)
                    .hasStackTraceContaining("localhost");
        }
    }

    @Test
    void doesNotWaitForEverForAHandshake() throws Exception {
        try (CollectorStub collector = new CollectorStub(ServerSocketFactory.getDefault(), 0, true);
                SyslogStream syslog = tls(collector.port(), Collectors.named("localhost"))) {
            assertThatThrownBy(() -> syslog.write(Collectors.row("LOGIN", "secret")))
                    .isInstanceOf(IOException.class);
        }
    }

    private static SyslogStream tcp(int port) {
        return new SyslogStream(Collectors.settings(port));
    }

    private SyslogStream tls(int port, Collectors trusted) throws Exception {
        SyslogSettings settings = Collectors.settings(port);
        settings.transport = Transport.TLS;
        settings.timeout = Duration.ofSeconds(3);
        settings.trust = Optional.of(trusted.pem(directory).toString());
        return new SyslogStream(settings);
    }
}

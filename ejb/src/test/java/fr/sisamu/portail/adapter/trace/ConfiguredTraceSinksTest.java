package fr.sisamu.portail.adapter.trace;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.audit.TraceSink;
import fr.sisamu.portail.audit.TraceState;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredTraceSinksTest {

    @TempDir
    Path directory;

    private final Portal portal = new Portal(TestDatabase.of(TestDatabase.Kind.H2)).with("portail.node", "sinks");

    @Test
    void namesNoneWhenNoneIsSet() {
        assertThat(portal.get(ConfiguredTraceSinks.class).configured()).isEmpty();
    }

    @Test
    void appendsRowsToAFileThatMayBeRotatedAtAnyTime() throws Exception {
        Path file = directory.resolve("trace.jsonl");
        AuditTrail trail = portal.with("portail.journal.file", file.toString()).get(AuditTrail.class);

        trail.record(Trace.of(TraceKind.LOGIN, "CPX").detail("first"));
        trail.record(Trace.of(TraceKind.LOGIN, "CPX").detail("second"));
        Files.move(file, directory.resolve("trace.jsonl.1"));
        trail.record(Trace.of(TraceKind.LOGIN, "CPX").detail("third"));

        assertThat(Files.readAllLines(directory.resolve("trace.jsonl.1")))
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"at\":") && line.contains("\"digest\":"));
        assertThat(Files.readString(file)).contains("third").endsWith("}\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void letsEverybodyInThoughTheFileCannotBeWritten() {
        portal.with(
                "portail.journal.file", directory.resolve("missing/trace.jsonl").toString());
        Trace trace = Trace.of(TraceKind.LOGIN, "CPX");

        portal.get(AuditTrail.class).record(trace);

        assertThat(portal.get(AuditTrail.class).find(trace.supportCode())).hasSize(1);
        assertThat(portal.get(TraceState.class).sinks()).singleElement().satisfies(sink -> {
            assertThat(sink.name()).isEqualTo("journal");
            assertThat(sink.waiting()).isEqualTo(1);
            assertThat(sink.lastError()).isPresent();
        });
    }

    @Test
    void sendsDatagramsWhenToldTo() throws Exception {
        try (DatagramSocket collector = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            portal.with("portail.syslog.host", "127.0.0.1")
                    .with("portail.syslog.transport", "UDP")
                    .with("portail.syslog.port", Integer.toString(collector.getLocalPort()));
            TraceSink syslog =
                    portal.get(ConfiguredTraceSinks.class).configured().get(0);

            syslog.write(Collectors.row("FAULT", "x"));

            DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
            collector.setSoTimeout(10_000);
            collector.receive(packet);
            assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8))
                    .isEqualTo("<83>1 2026-03-02T06:45:00.000001Z crra?b portail - FAULT - "
                            + "{\"at\":\"2026-03-02T06:45:00.000001Z\",\"node\":\"crra b\",\"kind\":\"FAULT\","
                            + "\"outcome\":\"CPX\",\"support_code\":\"K7F3-9QXM\",\"account_id\":12,"
                            + "\"unit_code\":\"FR680\",\"detail\":\"x\",\"id\":42,\"sequence_number\":7,"
                            + "\"previous_digest\":\"previous\",\"digest\":\"digest\"}");
        }
    }
}

package fr.sisamu.portail.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowDigestTest {

    private static final TraceRow ROW = new TraceRow(
            42,
            Instant.parse("2026-03-02T06:45:00.000001Z"),
            "crra-é",
            "LOGIN",
            "CPX",
            "K7F3-9QXM",
            Optional.of(12L),
            Optional.empty(),
            Optional.of("810000000001"),
            Optional.of("FR680"),
            Optional.of("192.0.2.7"),
            Optional.empty(),
            "",
            Optional.of(new ChainLink(2, "previous", "")));

    @Test
    void isWhatAnyoneCanComputeFromTheDescription() throws Exception {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        for (String value : new String[] {
            "portail-trace-1",
            "42",
            "2",
            "previous",
            "1772433900000001",
            "crra-é",
            "LOGIN",
            "CPX",
            "K7F3-9QXM",
            "12",
            null,
            "810000000001",
            "FR680",
            "192.0.2.7",
            null,
            ""
        }) {
            byte[] octets = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
            encoded.write(ByteBuffer.allocate(4)
                    .putInt(value == null ? -1 : octets.length)
                    .array());
            encoded.write(octets);
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded.toByteArray());

        assertThat(RowDigest.of(ROW))
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
                .isEqualTo("eGDgBuwnl0PTH0BlnUbrD9C0W9MZ8I8nZQEXDX9BUPU");
    }

    @Test
    void doesNotCutACharacterInTwo() {
        assertThat(Printable.cut("abc\uD83D\uDE91", 4)).isEqualTo("abc");
        assertThat(Printable.cut("abc\uD83D\uDE91", 5)).isEqualTo("abc\uD83D\uDE91");
    }
}

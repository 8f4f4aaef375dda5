package fr.sisamu.portail.secret;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final String KEY = "dGhlLWtleS1vZi10aGUtdGVzdHMtaXMtbm8tc2VjcmV0LWF0LWFsbA==";

    private final Seal seal = sealOf(KEY);

    private static Seal sealOf(String key) {
        return new Portal(TestDatabase.of(TestDatabase.Kind.H2))
                .with("portail.security.key", key)
                .get(Seal.class);
    }

    @Test
    void opensWhatItClosed() {
        String closed = seal.close("token", "7", "é, a text");

        assertThat(closed).doesNotContain("text");
        assertThat(seal.open("token", "7", closed)).contains("é, a text");
    }

    @Test
    void closesTheSameTextDifferentlyEachTime() {
        assertThat(seal.close("token", "7", "text")).isNotEqualTo(seal.close("token", "7", "text"));
    }

    @Test
    void opensNothingAtAnotherPlaceForAnotherPurposeOrUnderAnotherKey() {
        String closed = seal.close("token", "7", "text");

        assertThat(seal.open("token", "8", closed)).isEmpty();
        assertThat(seal.open("other", "7", closed)).isEmpty();
        assertThat(sealOf("YW5vdGhlci1rZXktb2YtdGhlLXRlc3RzLWlzLW5vLXNlY3JldC1hdC1hbGw=")
                        .open("token", "7", closed))
                .isEmpty();
    }

    @Test
    void opensNothingThatWasChangedOrCut() {
        String closed = seal.close("token", "7", "text");
        String changed = (closed.charAt(0) == 'A' ? 'B' : 'A') + closed.substring(1);

        assertThat(seal.open("token", "7", changed)).isEmpty();
        assertThat(seal.open("token", "7", closed.substring(0, 8))).isEmpty();
    }
}

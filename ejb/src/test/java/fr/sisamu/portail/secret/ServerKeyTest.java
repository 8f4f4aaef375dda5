package fr.sisamu.portail.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerKeyTest {

    static ServerKey key(String base64) {
        return new Portal(TestDatabase.of(TestDatabase.Kind.H2))
                .with("portail.security.key", base64)
                .get(ServerKey.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all, whatever its length may be!"})
    void refusesAnUnusableKeyNamesTheSettingAndHidesTheValue(String unusable) {
        assertThatThrownBy(() -> key(unusable))
                .hasStackTraceContaining("portail.security.key")
                .extracting(Throwables::getStackTrace)
                .asString()
                .doesNotContain("c2hvcnQ", "whatever");
    }

    @Test
    void signsByPurpose() {
        ServerKey key = key("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

        assertThat(key.sign("card-attempt", "message"))
                .hasSize(43)
                .isEqualTo(key.sign("card-attempt", "message"))
                .isNotEqualTo(key.sign("other", "message"))
                .isNotEqualTo(key.sign("card-attempt", "other"));
    }
}

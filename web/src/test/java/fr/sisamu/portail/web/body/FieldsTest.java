package fr.sisamu.portail.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @Test
    void readsWhatABrowserSends() {
        Fields fields = read("page=2", "name=Ana%C3%AFs+Le+Goff&note=a%26b%3Dc&empty=&bare")
                .orElseThrow();

        assertThat(fields.first("page")).isEqualTo("2");
        assertThat(fields.first("name")).isEqualTo("Anaïs Le Goff");
        assertThat(fields.first("note")).isEqualTo("a&b=c");
        assertThat(fields.first("empty")).isEmpty();
        assertThat(fields.first("bare")).isEmpty();
        assertThat(fields.first("missing")).isNull();
    }

    @Test
    void putsTheFieldsOfTheAddressFirst() {
        Fields fields = read("id=1&id=2", "id=3").orElseThrow();

        assertThat(fields.first("id")).isEqualTo("1");
        assertThat(fields.asMap().get("id")).containsExactly("1", "2", "3");
    }

    @Test
    void takesTextThatWasNotEncodedForWhatItIs() {
        assertThat(read(null, "name=Zoé").orElseThrow().first("name")).isEqualTo("Zoé");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%",
                "a=%4",
                "a=%zz",
                "a=%4z",
                "%=a",
                "a=b&c=%",
                "a=%-1",
                "a=%C3",
                "a=%C3%28",
                "a=%FF",
                "a=%ED%A0%80",
                "a=%C0%AF",
                "a=%00",
                "%00=a",
                "a=%\u00c3\u00a9"
            })
    void refusesWhatCannotBeRead(String encoded) {
        assertThat(read(encoded, "")).isEmpty();
        assertThat(read(null, encoded)).isEmpty();
    }

    @Test
    void refusesOctetsThatAreNoUtf8() {
        assertThat(Fields.read(null, new byte[] {'a', '=', (byte) 0xe9})).isEmpty();
    }

    private static Optional<Fields> read(String query, String form) {
        return Fields.read(query, form.getBytes(StandardCharsets.UTF_8));
    }
}

package fr.sisamu.portail.web.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedFormTest {

    /** Bytes whose base64 holds a plus sign and a slash, the two that an address escapes. */
    private static final byte[] DER = {(byte) 0xfb, (byte) 0xef, (byte) 0xbe, (byte) 0xff, 0x30, 0x03};

    private static final String BASE64 = Base64.getEncoder().encodeToString(DER);

    @Test
    void readsTheByteSequenceOfRfc9440() {
        assertThat(ForwardedForm.RFC9440.der(":" + BASE64 + ":")).isEqualTo(DER);
    }

    @Test
    void readsTheBareBase64OfHaproxy() {
        assertThat(ForwardedForm.BASE64_DER.der(BASE64)).isEqualTo(DER);
    }

    @Test
    void readsTheEscapedPemOfNginx() {
        String pem = "-----BEGIN CERTIFICATE-----\n" + BASE64 + "\n-----END CERTIFICATE-----\n";
        String escaped = URLEncoder.encode(pem, StandardCharsets.US_ASCII).replace("+", "%20");

        assertThat(ForwardedForm.ESCAPED_PEM.der(escaped)).isEqualTo(DER);
    }

    @Test
    void takesAPlusSignOfNginxForItself() {
        String pem = "-----BEGIN%20CERTIFICATE-----%0A" + BASE64 + "%0A-----END%20CERTIFICATE-----%0A";

        assertThat(BASE64).contains("+");
        assertThat(ForwardedForm.ESCAPED_PEM.der(pem)).isEqualTo(DER);
    }

    @ParameterizedTest
    @CsvSource({"RFC9440, MAo=", "RFC9440, :", "RFC9440, :not base64:", "BASE64_DER, :MAo=:", "ESCAPED_PEM, %zz"})
    void refusesAnotherForm(ForwardedForm form, String header) {
        assertThatThrownBy(() -> form.der(header)).isInstanceOf(IllegalArgumentException.class);
    }
}

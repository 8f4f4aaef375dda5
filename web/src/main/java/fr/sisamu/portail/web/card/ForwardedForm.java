package fr.sisamu.portail.web.card;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The forms in which a proxy may write the client's certificate into a header. */
public enum ForwardedForm {
    /** RFC 9440 §2.2: DER in base64 between colons, as an HTTP structured field ({@code Client-Cert}). */
    RFC9440 {
        @Override
        byte[] der(String header) {
            if (header.length() < 2 || !header.startsWith(":") || !header.endsWith(":")) {
                throw new IllegalArgumentException("not a byte sequence between colons");
            }
            return Base64.getDecoder().decode(header.substring(1, header.length() - 1));
        }
    },
    /** Bare base64 of the DER on one line: HAProxy's {@code %[ssl_c_der,base64]}. */
    BASE64_DER {
        @Override
        byte[] der(String header) {
            return Base64.getDecoder().decode(header);
        }
    },
    /** URL-encoded PEM: nginx's {@code $ssl_client_escaped_cert}, where a plus sign is a plus sign. */
    ESCAPED_PEM {
        @Override
        byte[] der(String header) {
            String pem = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.US_ASCII);
            String body = pem.replace("-----BEGIN CERTIFICATE-----", "")
                    .replace("-----END CERTIFICATE-----", "")
                    .replaceAll("\\s", "");
            return Base64.getDecoder().decode(body);
        }
    };

    /**
     * The DER bytes that the header holds.
     *
     * @throws IllegalArgumentException if the header is not of this form
     */
    abstract byte[] der(String header);
}

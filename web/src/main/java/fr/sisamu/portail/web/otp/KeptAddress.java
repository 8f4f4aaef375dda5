package fr.sisamu.portail.web.otp;

import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The address of a channel that was typed when a fresh proof was missing: it waits in the browser, for a few minutes. */
record KeptAddress(ChannelKind kind, String address) {

    private static final char BETWEEN = '.';

    /** No address that anybody has is longer. */
    private static final int LONGEST = 254;

    static void keep(HttpServletResponse response, ChannelKind kind, String address) {
        byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && bytes.length <= LONGEST) {
            PortalCookie.TYPED_ADDRESS.write(
                    response,
                    kind.name()
                            + BETWEEN
                            + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
    }

    /** What was kept, and no longer is. */
    static Optional<KeptAddress> take(HttpServletRequest request, HttpServletResponse response) {
        Optional<KeptAddress> kept = PortalCookie.TYPED_ADDRESS.read(request).flatMap(KeptAddress::of);
        if (kept.isPresent()) {
            PortalCookie.TYPED_ADDRESS.clear(response);
        }
        return kept;
    }

    private static Optional<KeptAddress> of(String value) {
        int between = value.indexOf(BETWEEN);
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(value.substring(between + 1));
            return Optional.of(new KeptAddress(
                    ChannelKind.valueOf(value.substring(0, between)), new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "KeptAddress[" + kind + "]";
    }
}

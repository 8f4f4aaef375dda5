package fr.sisamu.portail.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody in a session is proving anew for that it is them: one of a fixed list of pages, to which they go back. It
 * travels in a cookie through the pages of whichever way they take; {@link SessionOpening} alone looks at it then.
 *
 * @param number of what the page is about, where it needs one
 */
public record ProofIntent(Page page, Optional<Long> number) {

    /** A page behind which a fresh proof is demanded; each has its words {@code proof.for.<name>}. */
    public enum Page {
        CHANNELS("/channels.xhtml", false),
        PASSWORD("/password.xhtml", false),
        ACCOUNT("/administration/account.xhtml", true),
        REQUESTS("/administration/requests.xhtml", true),
        IMPORT("/administration/import.xhtml", true);

        private final String path;
        private final boolean strong;

        Page(String path, boolean strong) {
            this.path = path;
            this.strong = strong;
        }

        /** Whether a card or an equal of it must prove, as for all of administration. */
        public boolean strong() {
            return strong;
        }
    }

    private static final Pattern TEXT = Pattern.compile("([A-Z]{1,20})(?:-([0-9]{1,18}))?");

    public static ProofIntent to(Page page) {
        return new ProofIntent(page, Optional.empty());
    }

    /** As it stands in a cookie or in an address; empty for anything else. */
    public static Optional<ProofIntent> of(String text) {
        Matcher parts = TEXT.matcher(text == null ? "" : text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(Page.values())
                .filter(page -> page.name().equals(parts.group(1)))
                .map(page -> new ProofIntent(
                        page, Optional.ofNullable(parts.group(2)).map(Long::valueOf)))
                .findFirst();
    }

    public static Optional<ProofIntent> read(HttpServletRequest request) {
        return PortalCookie.PROOF.read(request).flatMap(ProofIntent::of);
    }

    public void write(HttpServletResponse response) {
        PortalCookie.PROOF.write(response, text());
    }

    private String text() {
        return page.name() + number.map(value -> "-" + value).orElse("");
    }

    /** Where the person wanted to go. */
    public String address() {
        return page.path + number.map(value -> "?id=" + value).orElse("");
    }

    /** The page that asks for the proof. */
    public String proofAddress() {
        return "/proof.xhtml?to=" + text();
    }
}

package fr.sisamu.portail.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The portal's own cookies. All are host-only ({@code __Host-}, RFC 6265bis §4.1.3), Secure and SameSite=Lax: Lax and
 * not Strict, because the answers of the card endpoint and of Pro Santé Connect come back as
 * navigations from another host.
 */
public enum PortalCookie {
    /** The token of the work session; gone with the browser. */
    SESSION("__Host-session", Duration.ZERO, true, "[A-Za-z0-9_-]{43}"),
    /** The secret of a card attempt, to which the ticket is bound. */
    CARD_ATTEMPT("__Host-carte", Duration.ofMinutes(30), true, "[A-Za-z0-9_-]{43}"),
    /** The secret of a login that awaits its code. */
    OTP("__Host-otp", Duration.ofMinutes(30), true, "[A-Za-z0-9_-]{43}"),
    /** The ticket of a password that waits for its turn. */
    OTP_TURN("__Host-attente", Duration.ofMinutes(2), true, "[A-Za-z0-9_-]{43}"),
    /** The secret of a forgotten password that is being replaced. */
    RECOVERY("__Host-oubli", Duration.ofMinutes(30), true, "[A-Za-z0-9_-]{43}"),
    /** The secret that ties attempts by Pro Santé Connect to this browser, whatever the number of its tabs. */
    PSC("__Host-psc", Duration.ofHours(12), true, "[A-Za-z0-9_-]{43}"),
    /**
     * A login by Pro Santé Connect has come from this browser, and no log-out there since: the next one must authenticate
     * anew. Kept for longer than any provider keeps a login.
     */
    PSC_LEFT_OPEN("__Host-psc-ouvert", Duration.ofDays(30), true, "1"),
    /** Why the last attempt by Pro Santé Connect failed, and its support code; for the page that explains it. */
    PSC_REFUSAL(
            "__Host-psc-refus",
            Duration.ofMinutes(30),
            true,
            "[A-Z_]{1,30}\\.[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"),
    /** What whoever is in proves anew for that it is them, while they do. */
    PROOF("__Host-preuve", Duration.ofMinutes(15), true, "[A-Z]{1,20}(-[0-9]{1,18})?"),
    /** The address of a channel that was typed when a fresh proof was missing; back in its field once it has come. */
    TYPED_ADDRESS("__Host-saisie", Duration.ofMinutes(15), true, "(SMS|MAIL)\\.[A-Za-z0-9_-]{1,400}"),
    /** The random name of this post, without personal data; browsers cap a cookie's life at 400 days. */
    WORKSTATION("__Host-poste", Duration.ofDays(400), true, "[A-Za-z0-9_-]{43}"),
    /** The language chosen on this post. */
    LANGUAGE("__Host-langue", Duration.ofDays(400), true, "fr|en");

    private final String name;
    private final Duration life;
    private final boolean httpOnly;
    private final Pattern shape;

    PortalCookie(String name, Duration life, boolean httpOnly, String shape) {
        this.name = name;
        this.life = life;
        this.httpOnly = httpOnly;
        this.shape = Pattern.compile(shape);
    }

    /** The value, if the browser sent one of the right shape; anything else is as good as none. */
    public Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> shape.matcher(value).matches())
                .findFirst();
    }

    public void write(HttpServletResponse response, String value) {
        response.addCookie(cookie(value, life.isZero() ? -1 : (int) life.toSeconds()));
    }

    public void clear(HttpServletResponse response) {
        response.addCookie(cookie("", 0));
    }

    private Cookie cookie(String value, int maxAge) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(httpOnly);
        cookie.setMaxAge(maxAge);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}

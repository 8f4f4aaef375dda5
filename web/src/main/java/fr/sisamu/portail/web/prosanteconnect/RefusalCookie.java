package fr.sisamu.portail.web.prosanteconnect;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * Carries a refusal to its page. By a cookie that the portal alone can set and never by the address, so that no link can
 * show anyone a refusal that did not happen.
 *
 * @param reason why
 * @param supportCode leads to the exact cause
 */
record RefusalCookie(PscRefusal reason, SupportCode supportCode) {

    static final String PAGE = "/psc-refused.xhtml";

    private static final char BETWEEN = '.';

    static void explain(HttpServletResponse response, PscRefusal reason, SupportCode code) {
        explain(response, reason, code, PAGE);
    }

    /** @param where the page, or what leads to it in the end */
    static void explain(HttpServletResponse response, PscRefusal reason, SupportCode code, String where) {
        PortalCookie.PSC_REFUSAL.write(response, reason.name() + BETWEEN + code.value());
        Answers.seeOther(response, where);
    }

    static Optional<RefusalCookie> read(HttpServletRequest request) {
        return PortalCookie.PSC_REFUSAL.read(request).flatMap(RefusalCookie::of);
    }

    /** From the value of the cookie; empty for a reason that this version of the portal does not know. */
    static Optional<RefusalCookie> of(String value) {
        int between = value.indexOf(BETWEEN);
        String name = value.substring(0, Math.max(0, between));
        return Arrays.stream(PscRefusal.values())
                .filter(reason -> reason.name().equals(name))
                .map(reason -> new RefusalCookie(reason, new SupportCode(value.substring(between + 1))))
                .findFirst();
    }
}

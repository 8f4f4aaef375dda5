package fr.sisamu.portail.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every address of the portal: how it is knocked at, and whom it is for. What has no row here does not exist, so that no
 * page, form or servlet can be forgotten. What a duty opens under {@code /administration/} is said by {@code Place} too.
 */
public enum Route {
    HOME("/", Door.STEP, Audience.VISITOR),
    NEXT("/next", Door.STEP, Audience.VISITOR),
    STATIC("/static/*", Door.READ, Audience.ANYBODY),
    LANGUAGE("/language", Door.DEED, Audience.ANYBODY),
    ERROR("/error.xhtml", Door.READ, Audience.VISITOR),
    LOGIN("/login.xhtml", Door.READ, Audience.VISITOR),
    LOGIN_STATE("/login/state", Door.READ, Audience.ANYBODY),
    LOGOUT("/logout", Door.DEED, Audience.VISITOR),

    CARD_ATTEMPT("/card/attempt", Door.DEED, Audience.ANYBODY),
    CARD_PRESENTATION("/card/present", Door.CARD, Audience.ANYBODY),
    CARD_OUTCOME("/card/outcome", Door.DEED, Audience.ANYBODY),
    CARD_LOGIN("/card/login", Door.RETURN_OR_DEED, Audience.ANYBODY),
    CARD_REFUSED("/card-refused.xhtml", Door.READ, Audience.VISITOR),

    OTP("/otp.xhtml", Door.PAGE, Audience.VISITOR),
    OTP_CODE("/otp-code.xhtml", Door.PAGE, Audience.VISITOR),
    FORGOTTEN("/forgotten.xhtml", Door.PAGE, Audience.VISITOR),
    STRENGTH("/password/strength", Door.DEED, Audience.VISITOR),
    UNDO("/undo.xhtml", Door.PAGE, Audience.VISITOR),
    EMERGENCY_LOGIN("/secours.xhtml", Door.PAGE, Audience.VISITOR),

    PSC_DEPARTURE("/prosanteconnect/depart", Door.DEED, Audience.VISITOR),
    PSC_RETURN("/prosanteconnect/retour", Door.RETURN, Audience.VISITOR),
    PSC_LOGOUT_RETURN("/prosanteconnect/parti", Door.RETURN, Audience.ANYBODY),
    PSC_ARTWORK("/prosanteconnect/artwork", Door.READ, Audience.ANYBODY),
    PSC_BACK_CHANNEL("/prosanteconnect/backchannel-logout", Door.SERVER, Audience.ANYBODY),
    PSC_DIRECT("/psc-direct.xhtml", Door.PAGE, Audience.VISITOR),
    PSC_REFUSED("/psc-refused.xhtml", Door.READ, Audience.VISITOR),
    PSC_OBTAIN("/e-cps.xhtml", Door.READ, Audience.VISITOR),
    LEAVING("/leaving.xhtml", Door.READ, Audience.VISITOR),

    PROFILE("/profile.xhtml", Door.PAGE, Audience.AGENT),
    PHONE("/phone.xhtml", Door.PAGE, Audience.AGENT),
    BANDEAU("/bandeau.xhtml", Door.READ, Audience.AGENT),
    BANDEAU_EVENTS("/bandeau/events", Door.READ, Audience.SCRIPT),
    CHANNELS("/channels.xhtml", Door.PAGE, Audience.AGENT),
    PASSWORD("/password.xhtml", Door.PAGE, Audience.AGENT),
    PROOF("/proof.xhtml", Door.READ, Audience.AGENT),
    CONNECTIONS("/connections.xhtml", Door.PAGE, Audience.AGENT),

    ACCOUNTS("/administration/accounts.xhtml", Door.READ, Audience.AGENT),
    ACCOUNT("/administration/account.xhtml", Door.PAGE, Audience.AGENT),
    ACCOUNT_NEW("/administration/account-new.xhtml", Door.PAGE, Audience.AGENT),
    REQUESTS("/administration/requests.xhtml", Door.PAGE, Audience.AGENT),
    UNITS("/administration/units.xhtml", Door.PAGE, Audience.AGENT),
    UNIT("/administration/unit.xhtml", Door.PAGE, Audience.AGENT),
    IMPORT("/administration/import.xhtml", Door.PAGE, Audience.AGENT),
    IMPORT_FILES("/administration/import-files", Door.UPLOAD, Audience.AGENT),
    IMPORT_STATE("/administration/import-state", Door.READ, Audience.AGENT),
    REVOCATION("/administration/revocation.xhtml", Door.PAGE, Audience.AGENT),
    REVOCATION_LIST("/administration/revocation-list", Door.UPLOAD_OF_LIST, Audience.AGENT),
    SUPERVISION("/administration/supervision.xhtml", Door.PAGE, Audience.AGENT),
    SUPERVISION_AGENT("/administration/supervision-agent.xhtml", Door.PAGE, Audience.AGENT),
    SUPERVISION_EVENTS("/administration/supervision-events", Door.READ, Audience.AGENT),
    EMERGENCY("/administration/emergency.xhtml", Door.PAGE, Audience.AGENT),
    TRACE_SEARCH("/administration/trace-search.xhtml", Door.READ, Audience.AGENT),
    TRACE_CSV("/administration/trace.csv", Door.READ, Audience.AGENT),
    TRACE_JSON("/administration/trace.jsonl", Door.READ, Audience.AGENT),
    TRACE_VERIFICATION("/administration/trace-verification.xhtml", Door.PAGE, Audience.AGENT),
    TRACE_VERIFICATION_STATE("/administration/trace-verification-state", Door.READ, Audience.AGENT),

    API_IMPORT("/api/import", Door.MACHINE, Audience.ANYBODY),
    API_IMPORT_ONE("/api/import/*", Door.MACHINE, Audience.ANYBODY),
    API_DESCRIPTION("/api/openapi.yaml", Door.READ, Audience.ANYBODY),
    SCIM("/scim/v2/*", Door.RESOURCES, Audience.ANYBODY),
    METRICS("/metrics", Door.MACHINE_READ, Audience.ANYBODY);

    private static final String ANYTHING = "*";
    private static final Map<String, Route> EXACT = Arrays.stream(values())
            .filter(route -> !route.pattern.endsWith(ANYTHING))
            .collect(Collectors.toUnmodifiableMap(Route::path, Function.identity()));
    private static final List<Route> BELOW = Arrays.stream(values())
            .filter(route -> route.pattern.endsWith(ANYTHING))
            .toList();

    private final String pattern;
    private final Door door;
    private final Audience audience;

    Route(String pattern, Door door, Audience audience) {
        this.pattern = pattern;
        this.door = door;
        this.audience = audience;
    }

    /** The row of this address as the container has read it; empty if there is none. */
    static Optional<Route> of(HttpServletRequest request) {
        String path = pathOf(request);
        return Optional.ofNullable(EXACT.get(path))
                .or(() -> BELOW.stream()
                        .filter(route -> path.startsWith(route.path()))
                        .findFirst());
    }

    /** Servlet path and path info together: how much of an address is which depends on the servlet behind it. */
    static String pathOf(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    /** The pattern of this row as in a servlet mapping: an address, or all below one. */
    public String pattern() {
        return pattern;
    }

    /** The address, or what all its addresses begin with. */
    public String path() {
        return pattern.endsWith(ANYTHING) ? pattern.substring(0, pattern.length() - 1) : pattern;
    }

    Door door() {
        return door;
    }

    Audience audience() {
        return audience;
    }

    /** Whether every request needs the database, even without a cookie: a token is looked up. */
    boolean looksUpTokens() {
        return door == Door.MACHINE || door == Door.RESOURCES;
    }

    /** The look of an error page is served on both endpoints: it must be legible wherever it appears. */
    boolean isOn(Endpoint endpoint) {
        return this == STATIC || (this == CARD_PRESENTATION) == (endpoint == Endpoint.CARD);
    }
}

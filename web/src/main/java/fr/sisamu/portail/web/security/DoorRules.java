package fr.sisamu.portail.web.security;

import fr.sisamu.portail.web.body.Fields;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Judges a request before anything of the portal runs (docs/adr/0014). A browser says by itself where a request comes
 * from, in {@code Sec-Fetch-Site} (W3C Fetch Metadata) and {@code Origin} (Fetch standard §3.1), neither of which a page
 * can forge; so no form carries a token that could be stale after a night.
 */
final class DoorRules {

    /** What makes Faces take a request for a form, whatever its method: any of its own parameters. */
    private static final String OF_FACES = "jakarta.faces.";

    private static final String VIEW_STATE = OF_FACES + "ViewState";
    private static final String SUBMITTED = "_SUBMIT";
    private static final String STATELESS = "stateless";

    /** The button of a plain form. */
    private static final String DEED = "deed";

    /** Pages send UTF-8 and do not say so. Programs may say another encoding of which ASCII is a part. */
    private static final Pattern FORM = Pattern.compile(
            "application/x-www-form-urlencoded\\s*(;\\s*charset=\"?(utf-8|iso-8859-1|us-ascii)\"?\\s*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FILES = Pattern.compile("multipart/form-data\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private final String origin;

    /** @param origin the portal's own, as browsers write it */
    DoorRules(String origin) {
        this.origin = origin;
    }

    /** Why this request gets no further; empty if the door is open to it. Of its body it sees what the headers say. */
    Optional<DoorRefusal> judge(Route route, HttpServletRequest request) {
        Door door = route.door();
        if (isAmbiguous(request)) {
            return Optional.of(DoorRefusal.AMBIGUOUS);
        }
        if (!door.methods.contains(request.getMethod())) {
            return Optional.of(DoorRefusal.METHOD);
        }
        Optional<Fields> asked = Fields.ofAddress(request);
        if (asked.isEmpty()) {
            return Optional.of(DoorRefusal.MALFORMED);
        }
        if (isEncoded(request)) {
            return Optional.of(DoorRefusal.CONTENT_TYPE);
        }
        if (isRead(request)) {
            return judgeReading(door, request, asked.get());
        }
        if (!mayChange(door, request)) {
            return Optional.of(DoorRefusal.FOREIGN_DEED);
        }
        if (door.sender == Door.Sender.PORTAL && asksForADeed(asked.get())) {
            return Optional.of(DoorRefusal.AMBIGUOUS); // what a form asks for stands in its body
        }
        if (!isOfKind(door.body, request)) {
            return Optional.of(DoorRefusal.CONTENT_TYPE);
        }
        return judgeLength(door.body, request);
    }

    /** Why a form that was read, with the fields of its address, gets no further. */
    static Optional<DoorRefusal> judgeForm(Route route, Fields fields) {
        return route.door() == Door.PAGE && !isStateless(fields)
                ? Optional.of(DoorRefusal.AMBIGUOUS)
                : Optional.empty();
    }

    /** A form is kept in memory until somebody asks for its fields: so before it is read its length is known. */
    private static Optional<DoorRefusal> judgeLength(Door.Body body, HttpServletRequest request) {
        if (body == Door.Body.FORM && request.getHeader("Transfer-Encoding") != null) {
            return Optional.of(DoorRefusal.LENGTH_MISSING);
        }
        return request.getContentLengthLong() > body.bounds.octets()
                ? Optional.of(DoorRefusal.TOO_BIG)
                : Optional.empty();
    }

    private static boolean isEncoded(HttpServletRequest request) {
        return !values(request, "Content-Encoding").stream().allMatch(coding -> coding.equalsIgnoreCase("identity"));
    }

    private static Optional<DoorRefusal> judgeReading(Door door, HttpServletRequest request, Fields asked) {
        if (hasBody(request)) {
            return Optional.of(DoorRefusal.AMBIGUOUS);
        }
        if (isEmbedded(request)) {
            return Optional.of(DoorRefusal.EMBEDDED);
        }
        return door.sender == Door.Sender.PORTAL && asksForADeed(asked)
                ? Optional.of(DoorRefusal.DEED_BY_LINK)
                : Optional.empty();
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Whether it only asks to see something. */
    static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** RFC 9112 §3.2 and §6.1: one Host, and one way to tell where the body ends. */
    private static boolean isAmbiguous(HttpServletRequest request) {
        return values(request, "Host").size() != 1
                || values(request, "Content-Length").size() > 1
                || values(request, "Content-Type").size() > 1
                || (request.getHeader("Content-Length") != null && request.getHeader("Transfer-Encoding") != null);
    }

    /**
     * Another site may lead a browser here, and show nothing of the portal within itself. Programs and old browsers say
     * nothing; what they read they may.
     */
    private static boolean isEmbedded(HttpServletRequest request) {
        List<String> sites = values(request, "Sec-Fetch-Site");
        boolean foreign = !sites.stream().allMatch(site -> site.equals("same-origin") || site.equals("none"));
        return foreign
                && !("navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                        && "document".equals(request.getHeader("Sec-Fetch-Dest")));
    }

    private static boolean asksForADeed(Fields asked) {
        return asked.names().stream()
                .anyMatch(name -> name.startsWith(OF_FACES) || name.endsWith(SUBMITTED) || name.equals(DEED));
    }

    private boolean mayChange(Door door, HttpServletRequest request) {
        return switch (door.sender) {
            case PORTAL -> isOurs(request);
            case CARD_PAGE -> isOnItsWayToTheCard(request);
            case MACHINE -> true;
        };
    }

    /** What the browser says of itself, and the origin where it names one: neither may say otherwise. */
    private boolean isOurs(HttpServletRequest request) {
        List<String> sites = values(request, "Sec-Fetch-Site");
        List<String> origins = values(request, "Origin");
        return sites.size() + origins.size() > 0
                && sites.stream().allMatch("same-origin"::equals)
                && origins.stream().allMatch(origin::equals);
    }

    /**
     * A script must come from the portal's exact origin. A plain form was redirected here, which makes browsers send
     * {@code Origin: null}; that is enough, for its answer is a redirect that no other page can read and that only the
     * browser with the attempt's cookie can use.
     */
    private boolean isOnItsWayToTheCard(HttpServletRequest request) {
        List<String> origins = values(request, "Origin");
        String accept = request.getHeader("Accept");
        boolean script = accept != null && accept.contains("application/json");
        return origins.size() == 1
                && (origins.get(0).equals(origin) || (origins.get(0).equals("null") && !script));
    }

    private static boolean isOfKind(Door.Body body, HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("").strip();
        boolean empty = !hasBody(request);
        return switch (body) {
            case NONE -> empty;
            case FORM -> (empty && type.isEmpty()) || FORM.matcher(type).matches();
            case LIST, FILES -> FILES.matcher(type).matches();
            case FILES_OR_FILE, RESOURCE -> true;
        };
    }

    /** Every view here is stateless: any other state is forged, and nobody's bytes are to be deserialised. */
    private static boolean isStateless(Fields fields) {
        List<String> states = fields.all(VIEW_STATE);
        return states.isEmpty() || states.equals(List.of(STATELESS));
    }

    private static List<String> values(HttpServletRequest request, String header) {
        Enumeration<String> all = request.getHeaders(header);
        return all == null ? new ArrayList<>() : Collections.list(all);
    }

    /** Whether the address is written as the portal writes it: no escapes, no parameters of a path, no detours. */
    static boolean isPlain(HttpServletRequest request) {
        String written = request.getRequestURI().replace("%3A", ":").replace("%3a", ":"); // in the URNs of SCIM
        return written.equals(Route.pathOf(request)) && !written.contains("//") && !hasDots(written);
    }

    private static boolean hasDots(String path) {
        return path.contains("/./") || path.contains("/../") || path.endsWith("/.") || path.endsWith("/..");
    }

    /** The methods of an address, as {@code Allow} names them (RFC 9110 §10.2.1). */
    static String allow(Route route) {
        return route.door().methods.stream().sorted().collect(Collectors.joining(", "));
    }
}

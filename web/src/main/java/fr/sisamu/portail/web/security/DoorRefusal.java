package fr.sisamu.portail.web.security;

import fr.sisamu.portail.web.body.BodyRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Why a request gets no further than the door. Those that a person may meet have words {@code error.<name>.…}; the rest
 * are told by the words of their status.
 */
enum DoorRefusal {
    /** No such address, or written in a way that the portal never writes it. */
    UNKNOWN(HttpServletResponse.SC_NOT_FOUND, false),
    /** Two answers to one question: which host, where the body ends, which form. */
    AMBIGUOUS(HttpServletResponse.SC_BAD_REQUEST, false),
    METHOD(HttpServletResponse.SC_METHOD_NOT_ALLOWED, false),
    /** Something is to be done by an address alone: a link somebody else made. */
    DEED_BY_LINK(HttpServletResponse.SC_BAD_REQUEST, true),
    /** Something is to be done by a page that is not the portal's. */
    FOREIGN_DEED(HttpServletResponse.SC_FORBIDDEN, true),
    /** A page of another site loads the portal as a picture, a frame or a script. */
    EMBEDDED(HttpServletResponse.SC_FORBIDDEN, false),
    /** More than this address takes; none of it is read, or no more. */
    TOO_BIG(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, false),
    /** A form that does not say how long it is, as no browser sends one. */
    LENGTH_MISSING(HttpServletResponse.SC_LENGTH_REQUIRED, false),
    /** Another kind of body, or a compressed one, of which a little can hold a lot. */
    CONTENT_TYPE(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, false),
    /** Percent signs, encoding, parts, or an end that never came. */
    MALFORMED(HttpServletResponse.SC_BAD_REQUEST, false),
    /** A body that did not come in time. */
    TOO_SLOW(HttpServletResponse.SC_REQUEST_TIMEOUT, false),
    /** Too many others send at this instant, which is no fault of anybody here: it has words of its own. */
    OVERLOADED(HttpServletResponse.SC_SERVICE_UNAVAILABLE, true);

    private static final String RETRY_AFTER = "5";

    private final int status;
    private final boolean explained;

    DoorRefusal(int status, boolean explained) {
        this.status = status;
        this.explained = explained;
    }

    int status() {
        return status;
    }

    static DoorRefusal of(BodyRefusal refusal) {
        return switch (refusal) {
            case MALFORMED, GONE -> MALFORMED;
            case TOO_SLOW -> TOO_SLOW;
            case TOO_BIG -> TOO_BIG;
            case OVERLOADED -> OVERLOADED;
        };
    }

    /** Answers a request of which the trace holds nothing. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        hangUp(response);
        if (this == OVERLOADED) {
            response.setHeader("Retry-After", RETRY_AFTER);
        }
        if (explained) {
            PageRefusal.untraced(request, response, status, name());
        } else {
            response.sendError(status);
        }
    }

    /** What may still come on the connection is the body of what was refused. */
    static void hangUp(HttpServletResponse response) {
        response.setHeader("Connection", "close");
    }

    /** Whether it has words of its own, beyond those of its status. */
    boolean isExplained() {
        return explained;
    }
}

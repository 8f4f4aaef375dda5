package fr.sisamu.portail.web.security;

import jakarta.servlet.http.HttpServletResponse;

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
    /** More than any form holds; none of it is read. */
    TOO_BIG(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, false),
    /** A form that does not say how long it is, as no browser sends one. */
    LENGTH_MISSING(HttpServletResponse.SC_LENGTH_REQUIRED, false),
    /** Another kind of body, or a compressed one, of which a little can hold a lot. */
    CONTENT_TYPE(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, false);

    private final int status;
    private final boolean explained;

    DoorRefusal(int status, boolean explained) {
        this.status = status;
        this.explained = explained;
    }

    int status() {
        return status;
    }

    /** Whether a person may meet it, whom somebody wants to make do something. */
    boolean isExplained() {
        return explained;
    }
}

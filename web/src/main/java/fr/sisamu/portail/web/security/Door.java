package fr.sisamu.portail.web.security;

import java.util.Set;

/**
 * How an address is knocked at: by which methods, by whom, and with what kind of body. A deed is done by POST alone, and
 * only {@link #RETURN}, {@link #RETURN_OR_DEED} and {@link #STEP} do anything on a GET: each says why nobody gains by it.
 */
enum Door {
    /** Shows something and changes nothing. */
    READ(Methods.READ, Sender.PORTAL, Body.NONE),
    /** A page with forms: the forms come from the portal's own pages. */
    PAGE(Methods.PAGE, Sender.PORTAL, Body.FORM),
    /** Does what a form or a script of the portal's own pages asks for. */
    DEED(Methods.POST, Sender.PORTAL, Body.FORM),
    /** Takes files from a form of the portal's own pages. */
    UPLOAD(Methods.POST, Sender.PORTAL, Body.FILES),
    /** Leads on, and chooses what leaves no choice: whoever is lured here has done what their next click would do. */
    STEP(Methods.GET, Sender.PORTAL, Body.NONE),
    /**
     * Where another service sends the browser back. What comes back proves itself: it works once, for the browser that
     * was sent there, and says by whom.
     */
    RETURN(Methods.GET, Sender.PORTAL, Body.NONE),
    /** The same, also posted by the portal's own page. */
    RETURN_OR_DEED(Methods.GET_OR_POST, Sender.PORTAL, Body.FORM),
    /** The presentation of a card: a call from the portal's origin to another one, or a form that was redirected. */
    CARD(Methods.POST, Sender.CARD_PAGE, Body.FORM),
    /** Another server posts, and proves itself by what it posts. */
    SERVER(Methods.POST, Sender.MACHINE, Body.ANY),
    /** A machine reads, by a token of its own. */
    MACHINE_READ(Methods.READ, Sender.MACHINE, Body.NONE),
    /** A machine reads and posts, by a token of its own; what it may post its servlet says. */
    MACHINE(Methods.PAGE, Sender.MACHINE, Body.ANY),
    /** The same, with the methods by which resources are kept: no form can send them, and no page of another site. */
    RESOURCES(Methods.RESOURCES, Sender.MACHINE, Body.ANY);

    /** Who may change something at an address. */
    enum Sender {
        /** A page of the portal, as the browser says it ({@code Sec-Fetch-Site}, {@code Origin}). */
        PORTAL,
        /** A page of the portal on its way to the card endpoint, which is another origin. */
        CARD_PAGE,
        /** A program that brings a proof of its own. No cookie is looked at, so that a browser lends it nothing. */
        MACHINE
    }

    /** What a request may bring, and how much of it. */
    enum Body {
        NONE,
        /** {@code application/x-www-form-urlencoded}, of which the longest has some fields of a few hundred characters. */
        FORM,
        /** {@code multipart/form-data}: what it may hold its servlet says, once it knows who sends it. */
        FILES,
        /** What it may hold its servlet says, once it knows who sends it. */
        ANY;

        /** Octets of the longest form. */
        static final long LONGEST_FORM = 32_768;
    }

    private static final class Methods {
        static final Set<String> GET = Set.of("GET");
        static final Set<String> POST = Set.of("POST");
        static final Set<String> GET_OR_POST = Set.of("GET", "POST");
        static final Set<String> READ = Set.of("GET", "HEAD");
        static final Set<String> PAGE = Set.of("GET", "HEAD", "POST");
        static final Set<String> RESOURCES = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

        private Methods() {}
    }

    @SuppressWarnings("ImmutableEnumChecker") // sets of Set.of
    final Set<String> methods;

    final Sender sender;
    final Body body;

    Door(Set<String> methods, Sender sender, Body body) {
        this.methods = methods;
        this.sender = sender;
        this.body = body;
    }
}

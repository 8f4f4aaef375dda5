package fr.sisamu.portail.web.security;

import fr.sisamu.portail.web.body.Bounds;
import java.time.Duration;
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
    /** Takes a revocation list from a form of the portal's own pages. */
    UPLOAD_OF_LIST(Methods.POST, Sender.PORTAL, Body.LIST),
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
    SERVER(Methods.POST, Sender.MACHINE, Body.FORM),
    /** A machine reads, by a token of its own. */
    MACHINE_READ(Methods.READ, Sender.MACHINE, Body.NONE),
    /** A machine reads and posts, by a token of its own. */
    MACHINE(Methods.PAGE, Sender.MACHINE, Body.FILES_OR_FILE),
    /** The same, with the methods by which resources are kept: no form can send them, and no page of another site. */
    RESOURCES(Methods.RESOURCES, Sender.MACHINE, Body.RESOURCE);

    /** Who may change something at an address. */
    enum Sender {
        /** A page of the portal, as the browser says it ({@code Sec-Fetch-Site}, {@code Origin}). */
        PORTAL,
        /** A page of the portal on its way to the card endpoint, which is another origin. */
        CARD_PAGE,
        /** A program that brings a proof of its own. No cookie is looked at, so that a browser lends it nothing. */
        MACHINE
    }

    /**
     * What a request may bring, how much of it, for how long, and of how many at once. A form is read before anybody sees the
     * request, and no thread waits for it. The rest is read by a thread, once its servlet knows who sends it: all of these
     * together leave most threads to others.
     */
    enum Body {
        NONE(Bounds.NONE),
        /** {@code application/x-www-form-urlencoded}, of which the longest has some fields of a few hundred characters. */
        FORM(new Bounds(32_768, Duration.ofSeconds(10), 0)),
        /** {@code multipart/form-data} with one list, for which {@code portail.revocation.limit} takes less than this. */
        LIST(new Bounds(67_108_864 + 4_096, Duration.ofMinutes(5), 1)),
        /** {@code multipart/form-data} with four files, each beyond any {@code portail.import.limit} that makes sense. */
        FILES(new Bounds(4 * 268_435_456L, Duration.ofMinutes(30), 4)),
        /** The same, or one of these files as the whole body. */
        FILES_OR_FILE(FILES.bounds),
        /** JSON of SCIM: some ten thousand members of a group. */
        RESOURCE(new Bounds(1_048_576, Duration.ofSeconds(20), 10));

        @SuppressWarnings("ImmutableEnumChecker") // a record of values
        final Bounds bounds;

        Body(Bounds bounds) {
            this.bounds = bounds;
        }
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

package fr.sisamu.portail.liberty.blackbox;

import java.util.Map;

/**
 * One thing that a form of the portal does.
 *
 * @param name as {@link WebSources#deeds} names it
 * @param who whose session does it; null for a stranger
 * @param page where its form stands
 * @param button a CSS selector of its button on that page as it is rendered now, or {@code form#button} ids of a form
 *     that the page would show at another moment
 * @param fields what is typed or chosen beside what the page itself has filled in
 * @param proof whether the database shows that it was done
 */
record Deed(String name, Actor who, String page, String button, Map<String, String> fields, Proof proof) {

    enum Actor {
        ADMINISTRATOR,
        SUPERVISOR,
        AGENT,
        STRANGER
    }

    enum Proof {
        /** Asked for by the portal's own page, it changes the database. */
        CHANGES,
        /** Asked for by the portal's own page, it is let through to the page, which has nothing to do it with now. */
        REACHES
    }
}

package fr.sisamu.portail.partners.cti;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the telephone system knows of each phone: whether an agent is logged in on it, and whether it is on a call. */
final class DeskPhones {

    private final Set<String> loggedIn = ConcurrentHashMap.newKeySet();
    private final Set<String> onCall = ConcurrentHashMap.newKeySet();

    /** A call that is under way goes on. */
    void logIn(String phone) {
        loggedIn.add(phone);
    }

    void logOut(String phone) {
        loggedIn.remove(phone);
        onCall.remove(phone);
    }

    void call(String phone, boolean on) {
        if (on) {
            onCall.add(phone);
        } else {
            onCall.remove(phone);
        }
    }

    /** FREE, LOGGED_IN or ON_CALL, the words of the bridge's answers. */
    String state(String phone) {
        if (onCall.contains(phone)) {
            return "ON_CALL";
        }
        return loggedIn.contains(phone) ? "LOGGED_IN" : "FREE";
    }
}

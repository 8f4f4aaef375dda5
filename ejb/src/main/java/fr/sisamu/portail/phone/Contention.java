package fr.sisamu.portail.phone;

import java.sql.SQLException;
import java.util.Set;

/** Tells a race that the database stopped from a database that fails. */
final class Contention {

    /** Unique key (SQLSTATE 23505), and H2's lock time-out; class 40 is a transaction that had to give way. */
    private static final Set<String> STATES = Set.of("23505", "HYT00");

    private Contention() {}

    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JustTakenException) {
                return true;
            }
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                String state = refused.getSQLState();
                return state.startsWith("40") || STATES.contains(state);
            }
        }
        return false;
    }
}

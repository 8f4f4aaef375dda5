package fr.sisamu.portail.scim;

import java.sql.SQLException;

/** Tells the loser of a race for a key from other faults of the database. */
final class UniqueKey {

    /** SQLSTATE unique_violation, of PostgreSQL and H2 alike. */
    private static final String VIOLATED = "23505";

    private UniqueKey() {}

    static boolean isViolated(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && VIOLATED.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}

package fr.sisamu.portail.audit;

import java.sql.SQLException;

/** What to do about rows that the database did not take. */
enum Remedy {
    /** Somebody else wrote at the same instant: two nodes that start, a row that was put where ours should stand. */
    TRY_AGAIN,
    /** A value is to blame: find out in which row. */
    ONE_BY_ONE,
    /** The database cannot, for now. */
    WAIT;

    private static final int TRIES = 5;

    private static final String DATA_EXCEPTION = "22";
    private static final String CONSTRAINT_VIOLATION = "23";
    private static final String TRANSACTION_ROLLBACK = "40";

    /** Judged by the class of the SQL state; conflicts that do not end are no conflicts. */
    static Remedy of(Exception cause, int failures) {
        String state = cause instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
        if (state.startsWith(DATA_EXCEPTION)) {
            return ONE_BY_ONE;
        }
        boolean conflict = state.startsWith(CONSTRAINT_VIOLATION) || state.startsWith(TRANSACTION_ROLLBACK);
        return conflict && failures < TRIES ? TRY_AGAIN : WAIT;
    }
}

package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The table credential_undo. Each deed is one guarded statement, so that the database decides every race. */
@ApplicationScoped
@Transactional
class UndoStore {

    private static final String OPEN = "undone_at is null and voided_at is null and expires_at > ?";

    @PersistenceContext(unitName = "portail")
    EntityManager database;

    /**
     * A change that can be undone, or could.
     *
     * @param what the channel that it was about, masked
     * @param beforeSealed the channels as they were
     */
    record Kept(
            String id,
            AccountId account,
            ChangeKind kind,
            String what,
            String beforeSealed,
            Instant changedAt,
            Instant expiresAt,
            Optional<Instant> undoneAt,
            boolean voided) {

        boolean openAt(Instant now) {
            return undoneAt.isEmpty() && !voided && now.isBefore(expiresAt);
        }

        @Override
        public String toString() {
            return "Kept[" + kind + "]";
        }
    }

    void add(Kept change, String secretDigest) {
        database.createNativeQuery("insert into credential_undo (id, secret_digest, account_id, kind, what,"
                        + " before_sealed, changed_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, change.id())
                .setParameter(2, secretDigest)
                .setParameter(3, change.account().value())
                .setParameter(4, change.kind().name())
                .setParameter(5, change.what())
                .setParameter(6, change.beforeSealed())
                .setParameter(7, Timestamp.from(change.changedAt()))
                .setParameter(8, Timestamp.from(change.expiresAt()))
                .executeUpdate();
    }

    Optional<Kept> find(String column, String value) {
        List<?> rows = database.createNativeQuery("select id, account_id, kind, what, before_sealed, changed_at,"
                        + " expires_at, undone_at, voided_at from credential_undo where " + column + " = ?")
                .setParameter(1, value)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(UndoStore::kept).findFirst();
    }

    Optional<Kept> byId(String id) {
        return find("id", id);
    }

    Optional<Kept> bySecret(String digest) {
        return find("secret_digest", digest);
    }

    private static Kept kept(Object[] row) {
        return new Kept(
                (String) row[0],
                new AccountId(((Number) row[1]).longValue()),
                ChangeKind.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4],
                instant(row[5]),
                instant(row[6]),
                Optional.ofNullable(row[7]).map(UndoStore::instant),
                row[8] != null);
    }

    /** Undoes it; true for the first caller in time, and for no one else. */
    boolean win(String id, Instant now) {
        return database.createNativeQuery("update credential_undo set undone_at = ? where id = ? and " + OPEN)
                        .setParameter(1, Timestamp.from(now))
                        .setParameter(2, id)
                        .setParameter(3, Timestamp.from(now))
                        .executeUpdate()
                == 1;
    }

    /** What was changed from this instant on is gone with what came before it: nothing of it is left to undo. */
    void voidFrom(AccountId account, Instant changed, Instant now) {
        database.createNativeQuery("update credential_undo set voided_at = ?"
                        + " where account_id = ? and changed_at >= ? and undone_at is null and voided_at is null")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, account.value())
                .setParameter(3, Timestamp.from(changed))
                .executeUpdate();
    }

    /** Whether a change of this account was undone at this instant or later. */
    boolean undoneSince(AccountId account, Instant instant) {
        return ((Number) database.createNativeQuery(
                                        "select count(*) from credential_undo where account_id = ? and undone_at >= ?")
                                .setParameter(1, account.value())
                                .setParameter(2, Timestamp.from(instant))
                                .getSingleResult())
                        .longValue()
                > 0;
    }

    /** The oldest change of this account that can still be undone. */
    Optional<Instant> oldestOpen(AccountId account, Instant now) {
        List<?> found = database.createNativeQuery("select changed_at from credential_undo where account_id = ? and "
                        + OPEN + " order by changed_at")
                .setParameter(1, account.value())
                .setParameter(2, Timestamp.from(now))
                .setMaxResults(1)
                .getResultList();
        return found.stream().map(UndoStore::instant).findFirst();
    }

    int forgetBefore(Instant instant) {
        return database.createNativeQuery("delete from credential_undo where expires_at < ?")
                .setParameter(1, Timestamp.from(instant))
                .executeUpdate();
    }

    /** What the two drivers make of a timestamp with time zone. */
    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) column).toInstant();
    }
}

package fr.sisamu.portail.otp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Instant;

/** The table otp_quota. Whoever takes from a row holds it until the caller's transaction ends: of many at once none is overlooked. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class QuotaStore {

    @PersistenceContext(unitName = "portail")
    EntityManager database;

    /** Takes one; false if all of them are taken. */
    boolean take(String scope, int most, Instant ends) {
        database.createNativeQuery(
                        "insert into otp_quota (scope, used, ends_at) values (?, 0, ?) on conflict do nothing")
                .setParameter(1, scope)
                .setParameter(2, Timestamp.from(ends))
                .executeUpdate();
        return database.createNativeQuery("update otp_quota set used = used + 1 where scope = ? and used < ?")
                        .setParameter(1, scope)
                        .setParameter(2, most)
                        .executeUpdate()
                == 1;
    }

    void giveBack(String scope) {
        database.createNativeQuery("update otp_quota set used = used - 1 where scope = ? and used > 0")
                .setParameter(1, scope)
                .executeUpdate();
    }

    /** Whether all of them are taken. */
    @Transactional(TxType.SUPPORTS)
    boolean isSpent(String scope, int most) {
        return ((Number) database.createNativeQuery("select count(*) from otp_quota where scope = ? and used >= ?")
                                .setParameter(1, scope)
                                .setParameter(2, most)
                                .getSingleResult())
                        .longValue()
                > 0;
    }

    @Transactional
    int forgetBefore(Instant instant) {
        return database.createNativeQuery("delete from otp_quota where ends_at < ?")
                .setParameter(1, Timestamp.from(instant))
                .executeUpdate();
    }
}

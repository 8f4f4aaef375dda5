package fr.sisamu.portail.scim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Refuses to let too many go in one day: an identity system that has lost its source closes everybody, one request after
 * the other. Requests that run at the same time may each let one more go than allowed; that is close enough.
 */
@ApplicationScoped
class LeavingGuard {

    /** So many may always go, however small the hospital. */
    static final int ALWAYS = 10;

    private static final Duration DAY = Duration.ofDays(1);

    private static final String ADD = """
            insert into scim_leaving (id, kind, leavers, left_at)
            values (nextval('scim_leaving_seq'), ?1, ?2, ?3)""";
    private static final String FORGET = "delete from scim_leaving where left_at <= ?1";
    private static final String LATELY = "select coalesce(sum(leavers), 0) from scim_leaving where kind = ?1";
    private static final String ACCOUNTS = "select count(*) from account where status = 'ACTIVE'";
    private static final String PROFILES =
            "select count(*) from profile where valid_until is null or valid_until >= cast(?1 as date)";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperties
    ScimSettings settings;

    /** One account is about to be closed. */
    @Transactional(TxType.MANDATORY)
    void account() {
        pass("ACCOUNTS", 1, () -> number(ACCOUNTS));
    }

    /** So many profiles are about to be ended. */
    @Transactional(TxType.MANDATORY)
    void profiles(int leavers) {
        pass("PROFILES", leavers, () -> number(PROFILES, Today.in(clock).toString()));
    }

    private void pass(String kind, int leavers, LongSupplier all) {
        if (leavers == 0) {
            return;
        }
        Instant now = clock.instant();
        rows.createNativeQuery(FORGET)
                .setParameter(1, now.minus(DAY).atOffset(ZoneOffset.UTC))
                .executeUpdate();
        long before = number(LATELY, kind);
        long gone = before + leavers;
        long present = all.getAsLong() + before;
        if (gone > ALWAYS && gone * 100 > present * settings.mostLeavingPercent) {
            throw new RefusedException(
                    ScimRefusal.TOO_MANY_LEAVE, gone + "/" + present + " > " + settings.mostLeavingPercent + " %");
        }
        rows.createNativeQuery(ADD)
                .setParameter(1, kind)
                .setParameter(2, leavers)
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private long number(String sql, Object... values) {
        Query query = rows.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return ((Number) query.getSingleResult()).longValue();
    }
}

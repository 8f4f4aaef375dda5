package fr.sisamu.portail.supervision;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.otp.ChannelService;
import fr.sisamu.portail.otp.OtpChannel;
import fr.sisamu.portail.supervision.StoredReset.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The rows of resets. The first of any number of decisions counts; a confirmed one resets in the same transaction. */
@ApplicationScoped
class ResetStore {

    private static final String ADD = """
            insert into channel_reset (id, account_id, open_for, unit_id, kind, asked_by, asked_at, expires_at)
            values (nextval('channel_reset_seq'), ?1, ?1, ?2, ?3, ?4, ?5, ?6)
            on conflict do nothing""";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    @Inject
    ChannelService channels;

    List<WaitingReset> waiting(long unitId, Instant now) {
        return rows.createNamedQuery(StoredReset.WAITING, WaitingReset.class)
                .setParameter("unit", unitId)
                .setParameter("now", now)
                .setMaxResults(100)
                .getResultList();
    }

    /** False if one waits for this channel already. */
    @Transactional
    boolean add(NewReset reset) {
        rows.createNamedQuery(StoredReset.MAKE_WAY)
                .setParameter("account", reset.account())
                .setParameter("kind", reset.kind())
                .setParameter("now", reset.askedAt())
                .executeUpdate();
        return rows.createNativeQuery(ADD)
                        .setParameter(1, reset.account().value())
                        .setParameter(2, reset.unitId())
                        .setParameter(3, reset.kind().name())
                        .setParameter(4, reset.askedBy().value())
                        .setParameter(5, reset.askedAt().atOffset(ZoneOffset.UTC))
                        .setParameter(6, reset.expiresAt().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** What was deleted; empty if somebody has decided, it is too late, or the channel is gone. */
    @Transactional
    Optional<OtpChannel> confirm(WaitingReset reset, AccountId by, Instant now, SupportCode code) {
        return decide(reset, Decision.CONFIRMED, by, now)
                ? channels.reset(reset.account(), reset.kind(), code)
                : Optional.empty();
    }

    @Transactional
    boolean reject(WaitingReset reset, AccountId by, Instant now) {
        return decide(reset, Decision.REJECTED, by, now);
    }

    @Transactional
    void forgetBefore(Instant instant) {
        rows.createNamedQuery(StoredReset.FORGET)
                .setParameter("instant", instant)
                .executeUpdate();
    }

    private boolean decide(WaitingReset reset, Decision decision, AccountId by, Instant now) {
        return rows.createNamedQuery(StoredReset.DECIDE)
                        .setParameter("id", reset.id())
                        .setParameter("by", by)
                        .setParameter("decision", decision)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }
}

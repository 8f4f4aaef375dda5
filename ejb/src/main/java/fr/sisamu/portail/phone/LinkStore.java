package fr.sisamu.portail.phone;

import fr.sisamu.portail.session.NoticeKind;
import fr.sisamu.portail.session.NoticeService;
import fr.sisamu.portail.session.WorkSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The rows of phones and links. Each claim is one short transaction, which the two keys of the table judge. */
@ApplicationScoped
class LinkStore {

    private static final String CLAIM =
            "insert into phone_link (phone_id, session_id, linked_at, lease_until, cti_linked)"
                    + " values (?1, ?2, ?3, ?4, false) on conflict do nothing";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    @Inject
    NoticeService notices;

    @Inject
    LastNumberStore lastNumbers;

    @Inject
    Event<PhoneFreed> freed;

    Optional<PhoneRow> find(long unitId, String number) {
        return rows.createNamedQuery(StoredPhone.BY_NUMBER, PhoneRow.class)
                .setParameter("unit", unitId)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    Optional<HeldPhone> heldBy(long sessionId) {
        List<HeldPhone> held = rows.createNamedQuery(StoredLink.OF_SESSION, HeldPhone.class)
                .setParameter("session", sessionId)
                .getResultList();
        return held.stream().findFirst();
    }

    boolean linked(long phoneId) {
        return rows.createNamedQuery(StoredLink.COUNT, Long.class)
                        .setParameter("phone", phoneId)
                        .getSingleResult()
                > 0;
    }

    /** Links a phone that is free, or whose link no longer counts. */
    @Transactional
    void claim(PhoneRow phone, WorkSession session, Instant now, Instant lease) {
        release(session.id());
        if (phone.linked()) {
            expectOne(handing(StoredLink.HAND_ON, phone, session, now, lease).setParameter("seen", phone.leaseUntil()));
            if (phone.holderEndedAt() == null) {
                tell(phone.holder(), session);
            }
        } else {
            expectOne(rows.createNativeQuery(CLAIM)
                    .setParameter(1, phone.id())
                    .setParameter(2, session.id())
                    .setParameter(3, now.atOffset(ZoneOffset.UTC))
                    .setParameter(4, lease.atOffset(ZoneOffset.UTC)));
        }
        lastNumbers.remember(session, phone.id());
    }

    /** Takes a phone from its holder, and tells the holder's bandeau. */
    @Transactional
    void takeOver(PhoneRow phone, WorkSession session, Instant now, Instant lease) {
        release(session.id());
        expectOne(handing(StoredLink.HAND_OVER, phone, session, now, lease));
        tell(phone.holder(), session);
        lastNumbers.remember(session, phone.id());
    }

    private Query handing(String query, PhoneRow phone, WorkSession session, Instant now, Instant lease) {
        return rows.createNamedQuery(query)
                .setParameter("phone", phone.id())
                .setParameter("holder", phone.holder())
                .setParameter("session", session.id())
                .setParameter("now", now)
                .setParameter("lease", lease);
    }

    @Transactional
    void release(long sessionId) {
        Optional<HeldPhone> held = heldBy(sessionId);
        if (held.isPresent()
                && rows.createNamedQuery(StoredLink.FREE)
                                .setParameter("session", sessionId)
                                .executeUpdate()
                        == 1) {
            freed.fire(new PhoneFreed(held.get()));
        }
    }

    /** Frees this phone if this session still holds it, and tells its bandeau by whom. */
    @Transactional
    boolean free(HeldPhone held, String by) {
        boolean freedNow = rows.createNamedQuery(StoredLink.FREE_ONE)
                        .setParameter("session", held.sessionId())
                        .setParameter("phone", held.phoneId())
                        .executeUpdate()
                == 1;
        if (freedNow) {
            notices.leave(held.sessionId(), NoticeKind.PHONE_FREED, by);
            freed.fire(new PhoneFreed(held));
        }
        return freedNow;
    }

    @Transactional
    void renew(long sessionId, Instant lease) {
        rows.createNamedQuery(StoredLink.RENEW)
                .setParameter("session", sessionId)
                .setParameter("lease", lease)
                .executeUpdate();
    }

    @Transactional
    void onSwitch(long phoneId, long sessionId) {
        rows.createNamedQuery(StoredLink.ON_SWITCH)
                .setParameter("phone", phoneId)
                .setParameter("session", sessionId)
                .executeUpdate();
    }

    private void tell(long formerHolder, WorkSession newHolder) {
        notices.leave(
                formerHolder, NoticeKind.PHONE_TAKEN_OVER, newHolder.account().displayName());
    }

    private static void expectOne(Query change) {
        if (change.executeUpdate() != 1) {
            throw new JustTakenException();
        }
    }
}

package fr.sisamu.portail.session;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Leaves notices for open bandeaux, through the database so that every node can deliver them. */
@Stateless
public class NoticeService {

    @Inject
    NoticeStore notices;

    @Inject
    Clock clock;

    /** Leaves a notice in the caller's transaction. */
    public void leave(long sessionId, NoticeKind kind, String detail) {
        notices.add(new StoredNotice(sessionId, kind, detail, clock.instant()));
    }

    /**
     * All notices created at or after this instant, oldest first. The node that holds the bandeau filters by session.
     * Ask with an overlap of some seconds and drop the ids already told: a notice is dated a little before its commit,
     * and by the clock of its node.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Notice> since(Instant instant) {
        return notices.since(instant).stream().map(StoredNotice::view).toList();
    }
}

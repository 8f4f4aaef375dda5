package fr.sisamu.portail.session;

import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.List;

/** Leaves notices for open bandeaux, through the database so that every node can deliver them. */
@Stateless
public class NoticeService {

    /** Leaves a notice in the caller's transaction. */
    public void leave(long sessionId, NoticeKind kind, String detail) {
        throw new UnsupportedOperationException();
    }

    /** All notices created at or after this instant, oldest first. The node that holds the bandeau filters by session. */
    public List<Notice> since(Instant instant) {
        throw new UnsupportedOperationException();
    }
}

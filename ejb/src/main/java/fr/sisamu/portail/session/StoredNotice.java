package fr.sisamu.portail.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row of a notice; it lives for minutes. */
@Entity(name = "SessionNotice")
@Table(name = "session_notice")
@NamedQuery(
        name = StoredNotice.SINCE,
        query = "select n from SessionNotice n where n.createdAt >= :instant order by n.createdAt, n.id")
@NamedQuery(name = StoredNotice.PURGE, query = "delete from SessionNotice n where n.createdAt < :limit")
class StoredNotice {

    static final String SINCE = "SessionNotice.since";
    static final String PURGE = "SessionNotice.purge";

    private static final int DETAIL_LENGTH = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "session_notice_seq")
    @SequenceGenerator(name = "session_notice_seq", sequenceName = "session_notice_seq", allocationSize = 50)
    private long id;

    @Column(name = "session_id")
    private long sessionId;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    @Column(nullable = false)
    private String detail;

    @Column(name = "created_at")
    private Instant createdAt;

    protected StoredNotice() {} // for JPA

    StoredNotice(long sessionId, NoticeKind kind, String detail, Instant createdAt) {
        this.sessionId = sessionId;
        this.kind = kind;
        this.detail = detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH);
        this.createdAt = createdAt;
    }

    Notice view() {
        return new Notice(id, sessionId, kind, detail, createdAt);
    }
}

package fr.sisamu.portail.audit;

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
import java.util.Optional;

/** The row of a trace. It is made whole and never changed. */
@Entity
@Table(name = "audit_entry")
@NamedQuery(
        name = AuditEntry.BY_SUPPORT_CODE,
        query = "select e from AuditEntry e where e.supportCode = :code order by e.at, e.id")
class AuditEntry {

    static final String BY_SUPPORT_CODE = "AuditEntry.bySupportCode";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry_seq")
    @SequenceGenerator(name = "audit_entry_seq", sequenceName = "audit_entry_seq", allocationSize = 50)
    private long id;

    private Instant at;

    private String node;

    @Enumerated(EnumType.STRING)
    private TraceKind kind;

    private String outcome;

    @Column(name = "support_code")
    private String supportCode;

    @Column(name = "account_id")
    private Long account;

    @Column(name = "session_id")
    private Long session;

    private String identifier;

    @Column(name = "unit_code")
    private String unit;

    private String origin;

    @Column(name = "workstation_id")
    private String workstation;

    private String detail;

    protected AuditEntry() {} // for JPA

    AuditEntry(Trace trace, Instant at, String node) {
        this.at = at;
        this.node = clean(node, 64);
        this.kind = trace.kind();
        this.outcome = clean(trace.outcome(), 40);
        this.supportCode = clean(trace.supportCode().value(), 16);
        this.account = trace.account().orElse(null);
        this.session = trace.session().orElse(null);
        this.identifier = clean(trace.identifier(), 32);
        this.unit = clean(trace.unit(), 5);
        this.origin = clean(trace.origin(), 45);
        this.workstation = clean(trace.workstation(), 43);
        this.detail = clean(trace.detail(), 2000);
    }

    TracedEvent view() {
        return new TracedEvent(
                at,
                node,
                new Trace(
                        kind,
                        outcome,
                        new SupportCode(supportCode),
                        Optional.ofNullable(account),
                        Optional.ofNullable(session),
                        Optional.ofNullable(identifier),
                        Optional.ofNullable(unit),
                        Optional.ofNullable(origin),
                        Optional.ofNullable(workstation),
                        detail));
    }

    private static String clean(Optional<String> text, int length) {
        return text.map(value -> clean(value, length)).orElse(null);
    }

    /** A line break in a name must not forge a line for whoever reads the trace as text. */
    private static String clean(String text, int length) {
        String printable = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "\uFFFD");
        return printable.length() <= length ? printable : printable.substring(0, length);
    }
}

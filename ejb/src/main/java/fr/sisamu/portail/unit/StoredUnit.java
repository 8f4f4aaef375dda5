package fr.sisamu.portail.unit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;

/** The row of a unit. Other features read its columns in their own queries and show them as {@link Unit}. */
@Entity(name = "Unit")
@Table(name = "unit")
@NamedQuery(name = StoredUnit.ALL, query = "select u from Unit u order by u.name, u.code")
@NamedQuery(name = StoredUnit.BY_CODE, query = "select u.id from Unit u where u.code = :code")
@NamedQuery(name = StoredUnit.CHANGE, query = """
        update Unit u set u.name = :name, u.idleTimeoutSeconds = :idle, u.otpAllowed = :otp,
                          u.mailCodeAllowed = :mail, u.cardFirst = :card, u.version = u.version + 1
        where u.id = :id and u.version = :version""")
class StoredUnit {

    static final String ALL = "Unit.all";
    static final String BY_CODE = "Unit.byCode";
    static final String CHANGE = "Unit.change";

    @Id
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private String code;

    @Column(nullable = false)
    private String name;

    @Column(name = "idle_timeout_seconds")
    private Integer idleTimeoutSeconds;

    @Column(name = "otp_allowed")
    private Boolean otpAllowed;

    @Column(name = "mail_code_allowed")
    private Boolean mailCodeAllowed;

    @Enumerated(EnumType.STRING)
    @Column(name = "card_first")
    private CardFirst cardFirst;

    protected StoredUnit() {} // for JPA

    UnitName called() {
        return new UnitName(id, code, name);
    }

    UnitSheet sheet() {
        UnitAccess access = new UnitAccess(otpAllowed, mailCodeAllowed, cardFirst);
        return new UnitSheet(new Unit(id, code, name, Duration.ofSeconds(idleTimeoutSeconds), access), version);
    }
}

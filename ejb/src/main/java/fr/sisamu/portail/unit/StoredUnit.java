package fr.sisamu.portail.unit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The row of a unit. Other features read its columns in their own queries and show them as {@link Unit}. */
@Entity(name = "Unit")
@Table(name = "unit")
class StoredUnit {

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
}

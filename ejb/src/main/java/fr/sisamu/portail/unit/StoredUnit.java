package fr.sisamu.portail.unit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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

    protected StoredUnit() {} // for JPA
}

package fr.sisamu.portail.scim;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What gives a function in a unit an identifier; read together with its unit, as {@link GroupRow}. */
@Entity(name = "ScimGroup")
@Table(name = "scim_group")
class StoredScimGroup {

    @Id
    private Long id;

    @Column(name = "unit_id")
    private long unitId;

    @Column(name = "function_label")
    private String functionLabel;

    @Column(name = "external_id")
    private String externalId;

    protected StoredScimGroup() {} // for JPA
}

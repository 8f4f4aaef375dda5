package fr.sisamu.portail.scim;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What the identity system says of an account; read together with it, as {@link UserRow}. */
@Entity(name = "ScimUser")
@Table(name = "scim_user")
class StoredScimUser {

    @Id
    @Column(name = "account_id")
    private Long account;

    @Column(name = "external_id")
    private String externalId;

    @Column(name = "removed_at")
    private Instant removedAt;

    protected StoredScimUser() {} // for JPA
}

package fr.sisamu.portail.role;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row of a role held. It is added and removed by statements that the key decides, and never changes. */
@Entity(name = "AccountRole")
@Table(name = "account_role")
@IdClass(StoredRole.Key.class)
@NamedQuery(name = StoredRole.OF_ACCOUNT, query = """
        select new fr.sisamu.portail.role.RoleRow(r.role, u.id, u.code, u.name)
        from AccountRole r left join Unit u on u.id = r.unitId
        where r.accountId = :account order by r.role, u.code""")
@NamedQuery(
        name = StoredRole.HOLDERS,
        query = "select r.accountId from AccountRole r, Account a"
                + " where r.role = :role and a.id = r.accountId and a.status = 'ACTIVE'")
class StoredRole {

    static final String OF_ACCOUNT = "AccountRole.ofAccount";
    static final String HOLDERS = "AccountRole.holders";

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    @Enumerated(EnumType.STRING)
    private Role role;

    @Id
    private long scope;

    @Column(name = "unit_id")
    private Long unitId;

    @Column(name = "granted_at")
    private Instant grantedAt;

    protected StoredRole() {} // for JPA

    /** Whose role, which, and where. */
    record Key(long accountId, Role role, long scope) {}
}

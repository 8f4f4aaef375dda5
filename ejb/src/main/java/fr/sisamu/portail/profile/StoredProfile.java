package fr.sisamu.portail.profile;

import fr.sisamu.portail.account.AccountId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** The row of a profile; read together with its unit, as {@link ProfileRow}. */
@Entity(name = "Profile")
@Table(name = "profile")
@NamedQuery(name = StoredProfile.VALID_FOR, query = StoredProfile.VALID + StoredProfile.ORDER)
@NamedQuery(name = StoredProfile.VALID_ONE, query = StoredProfile.VALID + " and p.id = :id")
@NamedQuery(name = StoredProfile.CHOSEN, query = "update Profile p set p.lastChosenAt = :now where p.id = :id")
@NamedQuery(name = StoredProfile.OF, query = """
        select new fr.sisamu.portail.profile.HeldProfileRow(
          p.id, p.version, u.id, u.code, u.name, p.functionLabel, p.needsPhone, p.validFrom, p.validUntil)
        from Profile p join Unit u on u.id = p.unitId
        where p.account = :account order by u.name, p.functionLabel, p.validFrom, p.id""")
@NamedQuery(name = StoredProfile.CHANGE, query = """
        update Profile p set p.functionLabel = :function, p.needsPhone = :needsPhone, p.validFrom = :from,
                             p.validUntil = :until, p.version = p.version + 1
        where p.id = :id and p.account = :account and p.version = :version""")
class StoredProfile {

    static final String OF = "Profile.of";
    static final String CHANGE = "Profile.change";

    static final String VALID_FOR = "Profile.validFor";
    static final String VALID_ONE = "Profile.validOne";
    static final String CHOSEN = "Profile.chosen";

    static final String VALID = """
            select new fr.sisamu.portail.profile.ProfileRow(
              p.id, p.functionLabel, p.needsPhone, p.validFrom, p.validUntil,
              u.id, u.code, u.name, u.idleTimeoutSeconds,
              u.otpAllowed, u.mailCodeAllowed, u.cardFirst)
            from Profile p join Unit u on u.id = p.unitId
            where p.account = :account and p.validFrom <= :today
              and (p.validUntil is null or p.validUntil >= :today)""";

    static final String ORDER = " order by p.lastChosenAt desc nulls last, u.name, p.functionLabel, p.id";

    @Id
    private Long id;

    @Version
    private int version;

    @Column(name = "account_id")
    private AccountId account;

    @Column(name = "unit_id")
    private long unitId;

    @Column(name = "function_label")
    private String functionLabel;

    @Column(name = "needs_phone")
    private Boolean needsPhone;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @Column(name = "last_chosen_at")
    private Instant lastChosenAt;

    protected StoredProfile() {} // for JPA
}

package fr.sisamu.portail.scim;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.NationalIdentifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads users, page by page in the database, and keeps what accounts themselves have no place for. */
@ApplicationScoped
class UserStore {

    private static final String FROM = " from Account a left join ScimUser s on s.account = a.id where ";

    /** An account that the identity system has deleted is none for it, until somebody opens it again. */
    static final String SEEN =
            "(s.removedAt is null or a.status = 'ACTIVE' or a.closedAt is null or s.removedAt <> a.closedAt) and ";

    private static final String ROW = "select new fr.sisamu.portail.scim.UserRow("
            + "a.id, a.version, a.loginName, a.givenName, a.familyName, a.status, a.createdAt, s.externalId)";

    private static final String IDENTIFIERS = "select i.account, i.identifier from AccountIdentifier i"
            + " where i.account in :accounts order by i.addedAt, i.identifier";

    private static final String REMOVED_NAMESAKES = "select distinct a.id" + FROM
            + "a.status = 'CLOSED' and s.removedAt = a.closedAt and (s.externalId = :external"
            + " or exists (select i from AccountIdentifier i where i.account = a.id and i.identifier in :identifiers))";

    private static final String KNOW = "insert into scim_user (account_id) values (?1) on conflict do nothing";
    private static final String NAME = "update scim_user set external_id = cast(?2 as varchar(255))"
            + " where account_id = ?1 and not exists ("
            + "select 1 from scim_user o where o.external_id = cast(?2 as varchar(255)) and o.account_id <> ?1)";
    private static final String REMOVE = "update scim_user set removed_at ="
            + " (select a.closed_at from account a where a.id = ?1) where account_id = ?1";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    Optional<UserRow> find(AccountId id) {
        return rows.createQuery(ROW + FROM + SEEN + "a.id = :id", UserRow.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    List<UserRow> page(Condition condition, String order, Slice slice) {
        return condition
                .bindAll(rows.createQuery(ROW + FROM + SEEN + condition.text() + order, UserRow.class))
                .setFirstResult(slice.offset())
                .setMaxResults(slice.count())
                .getResultList();
    }

    long count(Condition condition) {
        return condition
                .bindAll(rows.createQuery("select count(a)" + FROM + SEEN + condition.text(), Long.class))
                .getSingleResult();
    }

    /** The identifiers of these accounts. */
    Map<Long, Set<String>> identifiers(List<AccountId> accounts) {
        return rows.createQuery(IDENTIFIERS, Object[].class)
                .setParameter("accounts", accounts)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> ((AccountId) row[0]).value(),
                        Collectors.mapping(row -> (String) row[1], Collectors.toCollection(TreeSet::new))));
    }

    /** Accounts deleted by the identity system that were the same person's, by its key or by a national identifier. */
    List<AccountId> removedBefore(String externalId, Set<NationalIdentifier> identifiers) {
        List<String> held = identifiers.stream().map(NationalIdentifier::value).toList();
        return rows.createQuery(REMOVED_NAMESAKES, Long.class)
                .setParameter("external", externalId)
                .setParameter("identifiers", held.isEmpty() ? List.of("") : held)
                .getResultStream()
                .map(AccountId::new)
                .toList();
    }

    /** Gives the account the identity system's key, or none; false if another account has it. */
    boolean name(AccountId account, String externalId) {
        know(account);
        return rows.createNativeQuery(NAME)
                        .setParameter(1, account.value())
                        .setParameter(2, externalId.isEmpty() ? null : externalId)
                        .executeUpdate()
                == 1;
    }

    /** Hides the account, closed before, from the identity system. */
    void remove(AccountId account) {
        know(account);
        rows.createNativeQuery(REMOVE).setParameter(1, account.value()).executeUpdate();
    }

    /** Shows it again, closed or not. */
    void appear(AccountId account) {
        rows.createNativeQuery("update scim_user set removed_at = null where account_id = ?1")
                .setParameter(1, account.value())
                .executeUpdate();
    }

    /** Those of these accounts that the identity system sees. */
    Set<Long> seen(Set<Long> accounts) {
        return new TreeSet<>(rows.createQuery("select a.id" + FROM + SEEN + "a.id in :accounts", Long.class)
                .setParameter("accounts", accounts)
                .getResultList());
    }

    private void know(AccountId account) {
        rows.createNativeQuery(KNOW).setParameter(1, account.value()).executeUpdate();
    }
}

package fr.sisamu.portail.scim;

import fr.sisamu.portail.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads groups and their members. A group is there as long as somebody holds its function, or once it was asked for. */
@ApplicationScoped
class GroupStore {

    /** Of a profile {@code p}: valid today or later. */
    static final String NOT_OVER = "(p.validUntil is null or p.validUntil >= :today)";

    private static final String FROM = " from ScimGroup g join Unit u on u.id = g.unitId where ";

    private static final String ROW =
            "select new fr.sisamu.portail.scim.GroupRow(" + "g.id, u.id, u.code, g.functionLabel, g.externalId)";

    /** Joined by conditions, for the parser of EclipseLink takes no « on » of two terms before another join. */
    private static final String HELD = "g.unitId = p.unitId and g.functionLabel = p.functionLabel and " + NOT_OVER;

    private static final String NAMES = "select distinct new fr.sisamu.portail.scim.GroupName("
            + "p.account, g.id, u.code, g.functionLabel) from Profile p, ScimGroup g, Unit u where u.id = g.unitId"
            + " and p.account in :accounts and " + HELD + " order by u.code, g.functionLabel";

    private static final String MEMBERS = "select distinct new fr.sisamu.portail.scim.Member("
            + "g.id, a.id, a.givenName, a.familyName)"
            + " from Profile p, ScimGroup g, Account a left join ScimUser s on s.account = a.id"
            + " where " + UserStore.SEEN + "a.id = p.account and g.id in :groups and " + HELD + " order by a.id";

    /** Functions that people hold since the last time, given by a page or an import. */
    private static final String REGISTER = """
            insert into scim_group (id, unit_id, function_label)
            select nextval('scim_group_seq'), d.unit_id, d.function_label from (
              select distinct p.unit_id, p.function_label from profile p join account a on a.id = p.account_id
              where a.status = 'ACTIVE' and (p.valid_until is null or p.valid_until >= cast(?1 as date))
                and not exists (select 1 from scim_group g
                  where g.unit_id = p.unit_id and g.function_label = p.function_label)) d
            on conflict do nothing""";

    private static final String ADD = """
            insert into scim_group (id, unit_id, function_label) values (nextval('scim_group_seq'), ?1, ?2)
            on conflict do nothing""";
    private static final String NAME = "update scim_group set external_id = cast(?2 as varchar(255))"
            + " where id = ?1 and not exists ("
            + "select 1 from scim_group o where o.external_id = cast(?2 as varchar(255)) and o.id <> ?1)";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    @Inject
    Clock clock;

    @Transactional
    void register() {
        rows.createNativeQuery(REGISTER)
                .setParameter(1, Today.in(clock).toString())
                .executeUpdate();
    }

    Optional<GroupRow> find(long id) {
        return rows.createQuery(ROW + FROM + "g.id = :id", GroupRow.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    Optional<GroupRow> find(GroupName.Meaning meaning) {
        return rows.createQuery(
                        ROW + FROM + "u.code = :code and lower(g.functionLabel) = lower(:function)", GroupRow.class)
                .setParameter("code", meaning.unitCode())
                .setParameter("function", meaning.function())
                .getResultStream()
                .findFirst();
    }

    Optional<Long> unit(String code) {
        return rows.createQuery("select u.id from Unit u where u.code = :code", Long.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    List<GroupRow> page(Condition condition, String order, Slice slice) {
        return bound(condition, rows.createQuery(ROW + FROM + condition.text() + order, GroupRow.class))
                .setFirstResult(slice.offset())
                .setMaxResults(slice.count())
                .getResultList();
    }

    long count(Condition condition) {
        return bound(condition, rows.createQuery("select count(g)" + FROM + condition.text(), Long.class))
                .getSingleResult();
    }

    private <T> TypedQuery<T> bound(Condition condition, TypedQuery<T> query) {
        return condition.text().contains(":today")
                ? condition.bindAll(query).setParameter("today", Today.in(clock))
                : condition.bindAll(query);
    }

    /** Who holds the functions of these groups. */
    Map<Long, List<Member>> members(List<Long> groups) {
        return rows.createQuery(MEMBERS, Member.class)
                .setParameter("groups", groups)
                .setParameter("today", Today.in(clock))
                .getResultStream()
                .collect(Collectors.groupingBy(Member::group));
    }

    /** The groups of these accounts. */
    Map<Long, List<GroupName>> namesOf(List<AccountId> accounts) {
        return rows.createQuery(NAMES, GroupName.class)
                .setParameter("accounts", accounts)
                .setParameter("today", Today.in(clock))
                .getResultStream()
                .collect(Collectors.groupingBy(name -> name.member().value()));
    }

    /** The group with its row locked, so that one request at a time changes who belongs to it. */
    Optional<GroupRow> findForChange(long id) {
        return Optional.ofNullable(rows.find(StoredScimGroup.class, id, LockModeType.PESSIMISTIC_WRITE))
                .flatMap(locked -> find(id));
    }

    /** False if there is one. */
    boolean add(long unitId, String function) {
        return rows.createNativeQuery(ADD)
                        .setParameter(1, unitId)
                        .setParameter(2, function)
                        .executeUpdate()
                == 1;
    }

    /** Gives the group the identity system's key, or none; false if another group has it. */
    boolean name(long id, String externalId) {
        return rows.createNativeQuery(NAME)
                        .setParameter(1, id)
                        .setParameter(2, externalId.isEmpty() ? null : externalId)
                        .executeUpdate()
                == 1;
    }

    void remove(long id) {
        rows.createNativeQuery("delete from scim_group where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    /** Whether holders of this function work on a phone: as the last one to whom it was given. */
    boolean needsPhone(GroupRow group) {
        return rows.createQuery(
                        "select p.needsPhone from Profile p where p.unitId = :unit and p.functionLabel = :function"
                                + " order by p.id desc",
                        Boolean.class)
                .setParameter("unit", group.unitId())
                .setParameter("function", group.function())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(true);
    }
}

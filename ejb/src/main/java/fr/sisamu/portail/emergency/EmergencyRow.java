package fr.sisamu.portail.emergency;

import fr.sisamu.portail.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** An access with its agent, unit and opener, as one query brings them. */
record EmergencyRow(
        Long id,
        Long unitId,
        String unitName,
        AccountId account,
        String loginName,
        String givenName,
        String familyName,
        AccountId opener,
        String openedBy,
        String reason,
        Instant openedAt,
        Instant expiresAt,
        int triesLeft,
        Instant usedAt,
        Instant closedAt) {

    static final String SELECT = """
            select new fr.sisamu.portail.emergency.EmergencyRow(
              e.id, u.id, u.name, e.account, a.loginName, a.givenName, a.familyName, e.openedBy, o.loginName,
              e.reason, e.openedAt, e.expiresAt, e.triesLeft, e.usedAt, e.closedAt)
            from EmergencyAccess e
              join Account a on a.id = e.account
              join Account o on o.id = e.openedBy
              join Unit u on u.id = e.unitId
            where e.reviewedAt is null""";

    static final String OPEN_FIRST = " order by e.expiresAt desc, e.id desc";

    public EmergencyRow {} // JPA calls public constructors only

    EmergencyAccess view(Instant now) {
        return new EmergencyAccess(
                id,
                unitId,
                unitName,
                account,
                loginName,
                givenName + " " + familyName,
                opener,
                openedBy,
                reason,
                openedAt,
                expiresAt,
                triesLeft == 0,
                Optional.ofNullable(usedAt),
                Optional.ofNullable(closedAt),
                closedAt != null || !now.isBefore(expiresAt));
    }
}

package fr.sisamu.portail.supervision;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.phone.LinkedPhone;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import java.time.Instant;
import java.util.Optional;

/** An open session of a unit with its agent, profile and phone, as one query brings them; no phone is five nulls. */
record BoardRow(
        Long sessionId,
        AccountId account,
        String loginName,
        String givenName,
        String familyName,
        String function,
        LoginMethod method,
        AssuranceLevel level,
        String workstation,
        String origin,
        Instant openedAt,
        Long phoneId,
        String number,
        String label,
        Instant linkedAt,
        Boolean onSwitch) {

    static final String SELECT = """
            select new fr.sisamu.portail.supervision.BoardRow(
              s.id, s.account, a.loginName, a.givenName, a.familyName, p.functionLabel, s.method, s.level,
              s.workstation, s.origin, s.openedAt, d.id, d.number, d.label, l.linkedAt, l.onSwitch)
            from WorkSession s
              join Account a on a.id = s.account
              join Profile p on p.id = s.profileId
              left join PhoneLink l on l.sessionId = s.id
              left join Phone d on d.id = l.phoneId
            where p.unitId = :unit and s.endedAt is null and s.expiresAt > :now
            order by a.familyName, a.givenName, s.id""";

    private static final int MARK = 6;

    public BoardRow {} // JPA calls public constructors only

    AgentOn view() {
        return new AgentOn(
                sessionId,
                account,
                loginName,
                givenName + " " + familyName,
                function,
                method,
                level,
                Optional.ofNullable(workstation).map(name -> name.substring(0, Math.min(MARK, name.length()))),
                origin,
                openedAt,
                phoneId == null
                        ? Optional.empty()
                        : Optional.of(new LinkedPhone(phoneId, number, label, linkedAt, onSwitch)));
    }
}

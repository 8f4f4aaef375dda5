package fr.sisamu.portail.phone;

import fr.sisamu.portail.account.AccountId;
import java.time.Instant;

/** The phone a session holds, with what its release needs to tell the trace and the telephone system. */
record HeldPhone(
        Long sessionId,
        AccountId account,
        Long phoneId,
        String number,
        String label,
        Long unitId,
        String unitCode,
        Instant since,
        Boolean onSwitch) {

    static final String SELECT = """
            select new fr.sisamu.portail.phone.HeldPhone(
              s.id, s.account, p.id, p.number, p.label, u.id, u.code, l.linkedAt, l.onSwitch)
            from PhoneLink l
              join WorkSession s on s.id = l.sessionId
              join Phone p on p.id = l.phoneId
              join Unit u on u.id = p.unitId
            where l.sessionId = :session""";

    public HeldPhone {} // JPA calls public constructors only

    LinkedPhone view() {
        return new LinkedPhone(phoneId, number, label, since, onSwitch);
    }
}

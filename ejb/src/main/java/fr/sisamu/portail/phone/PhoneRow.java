package fr.sisamu.portail.phone;

import fr.sisamu.portail.account.AccountId;
import java.time.Instant;

/** A phone of the directory with its link and holder, as one query brings them; these are null while it is free. */
record PhoneRow(
        Long id,
        String number,
        String label,
        Long holder,
        Instant linkedAt,
        Instant leaseUntil,
        Boolean onSwitch,
        Instant holderEndedAt,
        AccountId holderAccount,
        String givenName,
        String familyName) {

    static final String SELECT = """
            select new fr.sisamu.portail.phone.PhoneRow(
              p.id, p.number, p.label, l.sessionId, l.linkedAt, l.leaseUntil, l.onSwitch,
              s.endedAt, s.account, a.givenName, a.familyName)
            from Phone p
              left join PhoneLink l on l.phoneId = p.id
              left join WorkSession s on s.id = l.sessionId
              left join Account a on a.id = s.account
            where p.unitId = :unit and p.number = :number and p.active = true""";

    public PhoneRow {} // JPA calls public constructors only

    boolean linked() {
        return holder != null;
    }

    boolean heldBy(long session) {
        return linked() && holder == session;
    }

    /** Whether its link still counts: neither its session nor its lease is over. */
    boolean held(Instant now) {
        return linked() && holderEndedAt == null && !leaseUntil.isBefore(now);
    }

    String holderName() {
        return givenName + " " + familyName;
    }

    LinkedPhone view(Instant since, boolean reached) {
        return new LinkedPhone(id, number, label, since, reached);
    }
}

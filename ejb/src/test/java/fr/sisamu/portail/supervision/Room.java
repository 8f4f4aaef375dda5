package fr.sisamu.portail.supervision;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.message.ChannelKind;
import fr.sisamu.portail.message.MailGateways;
import fr.sisamu.portail.message.SmsGateways;
import fr.sisamu.portail.phone.DeskPhoneSwitch;
import fr.sisamu.portail.role.Actor;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.NewSession;
import fr.sisamu.portail.session.OpenedSession;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The room of one unit with a phone, its two supervisors and the people of another unit. */
public final class Room {

    public static final String POST = UUID.randomUUID().toString();

    public final Portal portal;
    public final Rows rows;
    public final long unit;
    public final long elsewhere;
    public final long phone;
    public final AccountId ines;
    public final AccountId karim;
    public final Rights supervisor;
    public final Rights second;
    public final Rights stranger;
    /** Whether every phone is on a call. */
    public volatile boolean speaking;

    public Room(TestDatabase.Kind database) {
        portal = new Portal(TestDatabase.of(database))
                .with("portail.security.key", "dGhlLWtleS1vZi10aGUtdGVzdHMtaXMtbm8tc2VjcmV0LWF0LWFsbA==")
                .with("portail.url", "https://www.portail.example")
                .with(DeskPhoneSwitch.class, new Telephones())
                .with(SmsGateways.class, List::of)
                .with(MailGateways.class, List::of);
        rows = portal.rows();
        unit = rows.unit("CRRA 68", 43200);
        elsewhere = rows.unit("CRRA 67", 43200);
        phone = rows.phone(unit, "6812");
        ines = new AccountId(rows.account("Inès", "Superviseur"));
        karim = new AccountId(rows.account("Karim", "Superviseur"));
        supervisor = supervising(ines, unit);
        second = supervising(karim, unit);
        stranger = supervising(new AccountId(rows.account("Paul", "Voisin")), elsewhere);
    }

    private Rights supervising(AccountId account, long where) {
        long session = login(account).sessionId();
        Actor actor = new Actor(loginName(account), Optional.of(account), Optional.of(session));
        return new Rights(
                actor,
                Set.of(),
                Set.of(Duty.SUPERVISE, Duty.OPEN_EMERGENCY_ACCESS, Duty.REVIEW_EMERGENCY_ACCESS),
                Set.of(where),
                true,
                false);
    }

    public AccountId agent(String givenName, String familyName, long where) {
        AccountId account = new AccountId(rows.account(givenName, familyName));
        rows.profile(account.value(), where, "ARM", LocalDate.parse("2026-03-01"), null);
        return account;
    }

    public static String loginName(AccountId account) {
        return "agent." + account.value();
    }

    public OpenedSession login(AccountId account) {
        return portal.get(WorkSessionService.class)
                .open(new NewSession(
                        account,
                        LoginMethod.CARD,
                        AssuranceLevel.STRONG,
                        Optional.of(POST),
                        "192.0.2.7",
                        SupportCode.random()));
    }

    /** Logs in and takes the one profile there is. */
    public WorkSession on(AccountId account) {
        WorkSessionService sessions = portal.get(WorkSessionService.class);
        OpenedSession opened = login(account);
        if (sessions.chooseOnly(sessions.find(opened.token()).orElseThrow()).isEmpty()) {
            throw new IllegalStateException("more or less than one profile");
        }
        return sessions.find(opened.token()).orElseThrow();
    }

    public void channel(AccountId account, ChannelKind kind, String address) {
        rows.run(
                "insert into otp_channel (id, account_id, kind, address, verified_at)"
                        + " values (nextval('otp_channel_seq'), ?, ?, ?, ?)",
                account.value(),
                kind.name(),
                address,
                portal.clock().instant());
    }

    public String endOf(long session) {
        return rows.one("select end_reason from work_session where id = ?", session);
    }

    /** Outcome and detail of what was traced last of supervision on this account. */
    public String traced(AccountId account) {
        return rows.one(
                "select outcome || ' ' || detail from audit_entry where account_id = ? and kind in"
                        + " ('SUPERVISION', 'EMERGENCY_ACCESS') order by id desc",
                account.value());
    }

    private final class Telephones implements DeskPhoneSwitch {

        @Override
        public void login(String unitCode, String number, String agent) {
            // always there
        }

        @Override
        public void logout(String unitCode, String number) {
            // always there
        }

        @Override
        public State state(String unitCode, String number) {
            return speaking ? State.ON_CALL : State.LOGGED_IN;
        }
    }
}

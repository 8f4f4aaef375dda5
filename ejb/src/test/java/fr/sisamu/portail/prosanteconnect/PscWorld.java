package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.NewSession;
import fr.sisamu.portail.session.OpenedSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.Map;
import java.util.Optional;

/** A portal with Pro Santé Connect and one doctor. */
final class PscWorld {

    static final String ORIGIN = "192.0.2.17";
    private static final String KEY = "dGhlLWtleS1vZi10aGUtdGVzdHMtaXMtbm8tc2VjcmV0LWF0LWFsbA==";

    final ProviderStub provider = new ProviderStub();
    final Portal portal;
    final Rows rows;
    final ProSanteConnectService service;
    final long doctor;
    final String rpps;

    PscWorld(TestDatabase.Kind database) {
        portal = new Portal(TestDatabase.of(database))
                .with("portail.security.key", KEY)
                .with("portail.prosanteconnect.client-id", "portail")
                .with("portail.prosanteconnect.ciba", "true")
                .with(IdentityProvider.class, provider);
        rows = portal.rows();
        service = portal.get(ProSanteConnectService.class);
        doctor = rows.account("Camille", "Factice");
        rpps = rows.identifier(doctor);
        provider.holder(rpps);
    }

    /** A click. */
    Departure.To depart(Optional<String> browserSecret) {
        return (Departure.To) service.depart(browserSecret, false, ORIGIN);
    }

    /** The browser comes back from there. */
    static Callback back(Departure.To departure) {
        String state = departure.address().getQuery().substring("state=".length());
        return Callback.of(Map.of("state", new String[] {state}, "code", new String[] {"a-code"}));
    }

    Arrival arrive(Departure.To departure) {
        return service.arrive(back(departure), Optional.of(departure.browserSecret()), ORIGIN);
    }

    /** Click, e-CPS and back. */
    Arrival login() {
        return arrive(depart(Optional.empty()));
    }

    long open(Arrival.Proven proven) {
        OpenedSession opened = portal.get(WorkSessionService.class)
                .open(new NewSession(
                        proven.account(),
                        LoginMethod.PRO_SANTE_CONNECT,
                        AssuranceLevel.STRONG,
                        Optional.empty(),
                        ORIGIN,
                        proven.supportCode()));
        service.attach(opened.sessionId(), proven.ticket());
        return opened.sessionId();
    }

    String traced(SupportCode code) {
        return portal.get(AuditTrail.class).find(code).toString();
    }

    AccountId account() {
        return new AccountId(doctor);
    }

    String endOf(long session) {
        return rows.one("select end_reason from work_session where id = ?", session);
    }
}

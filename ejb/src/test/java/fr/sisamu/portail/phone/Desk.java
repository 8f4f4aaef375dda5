package fr.sisamu.portail.phone;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.NewSession;
import fr.sisamu.portail.session.OpenedSession;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.testdb.Portal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** An agent who has logged in at a post and may choose a profile, and then wants a phone. */
record Desk(Portal portal, long account, String post, OpenedSession opened) {

    static Desk of(Portal portal, String givenName, String familyName) {
        long account = portal.rows().account(givenName, familyName);
        String post = UUID.randomUUID().toString();
        OpenedSession opened = portal.get(WorkSessionService.class)
                .open(new NewSession(
                        new AccountId(account),
                        LoginMethod.CARD,
                        AssuranceLevel.STRONG,
                        Optional.of(post),
                        "192.0.2.7",
                        SupportCode.random()));
        return new Desk(portal, account, post, opened);
    }

    Desk in(long unit) {
        LocalDate yesterday = LocalDate.parse("2026-03-01");
        long profile = portal.rows().profile(account, unit, "ARM", yesterday, null);
        portal.get(WorkSessionService.class).chooseProfile(opened.sessionId(), profile);
        return this;
    }

    long id() {
        return opened.sessionId();
    }

    WorkSession session() {
        return portal.get(WorkSessionService.class).find(opened.token()).orElseThrow();
    }
}

package fr.sisamu.portail.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.partners.igc.CardSpec;
import fr.sisamu.portail.revocation.RevocationAnswer;
import fr.sisamu.portail.revocation.RevocationService;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CardServiceTest {

    static final String DOCTOR = "899999000013";

    Portal portal = CardWorld.portal(TestDatabase.Kind.H2, CardWorld.IGC.personnesAuthorities());

    CardVerdict judge(X509Certificate... chain) {
        return portal.get(CardService.class).judge(List.of(chain));
    }

    @Test
    void refusesToJudgeNothing() {
        assertThat(judge().refusal()).contains(CardRefusal.CARD_MISSING);
    }

    @Test
    void acceptsTheHolderOfAnAccountAndSaysWhoItIs() {
        long account = CardWorld.account(portal.rows(), DOCTOR);
        X509Certificate card = CardWorld.card("cps-medecin-auth");

        CardVerdict.Accepted verdict = (CardVerdict.Accepted) judge(card);

        assertThat(verdict.account().id().value()).isEqualTo(account);
        assertThat(verdict.holder().givenName()).isEqualTo("CAMILLE");
        assertThat(verdict.holder().familyName()).isEqualTo("FACTICE0000013");
        assertThat(verdict.holder().type()).isEqualTo(CardType.CPS);
        assertThat(verdict.holder().expires()).isEqualTo(card.getNotAfter().toInstant());
        assertThat(verdict.detail())
                .contains(verdict.holder().tokenId())
                .contains(card.getSerialNumber().toString(16))
                .contains("FACTICE AC IGC-SANTE FORT PERSONNES");
    }

    @Test
    void countsOnTheAuthoritiesOfThePortalAloneWhateverTheClientSendsAlong() {
        X509Certificate forged = CardWorld.card("cps-medecin-faux-ac");
        X509Certificate rogue = CardWorld.IGC.authority("FAUX-ACI-FO-PP").certificate();

        assertThat(judge(forged, rogue).refusal()).contains(CardRefusal.UNKNOWN_AUTHORITY);
    }

    @Test
    void readsTheIdentifierFromItsAttributeAndNotFromASurnameThatImitatesOne() {
        CardWorld.account(portal.rows(), "899999000047");

        CardVerdict.Accepted verdict = (CardVerdict.Accepted) judge(CardWorld.card("cps-injection-auth"));

        assertThat(verdict.holder().identifier().value()).isEqualTo("899999000047");
        assertThat(verdict.holder().familyName()).contains("CN=899999000021");
    }

    @Test
    void refusesAProductTypeThatIsSwitchedOff() {
        portal.with("portail.card.types", "CPS,CPE");

        assertThat(judge(CardWorld.card("cpf-interne-auth")).refusal()).contains(CardRefusal.CARD_TYPE);
    }

    @Test
    void refusesAnUnknownProductType() {
        CardVerdict verdict = judge(CardWorld.issue(
                CardSpec.cps("type-4", DOCTOR, "CAMILLE", "FACTICE").type(4)));

        assertThat(verdict.refusal()).contains(CardRefusal.CARD_TYPE);
        assertThat(verdict.detail()).contains("absent or unknown");
    }

    @Test
    void refusesATestCardInAProductionPortal() {
        portal.with("portail.card.environment", "PRODUCTION");

        assertThat(judge(CardWorld.card("cps-medecin-auth")).refusal()).contains(CardRefusal.WRONG_ENVIRONMENT);
    }

    @Test
    void refusesACardOfASoftwareProductOfTheRightWorld() {
        CardSpec software =
                CardSpec.cps("software", DOCTOR, "CAMILLE", "FACTICE").category(Optional.of(0x83));

        assertThat(judge(CardWorld.issue(software)).refusal()).contains(CardRefusal.WRONG_ENVIRONMENT);
    }

    @Test
    void refusesACardWithoutGivenName() {
        CardSpec nameless = CardSpec.cps("nameless", DOCTOR, "", "").subject(subject -> {
            subject.addRDN(BCStyle.SURNAME, "FACTICE");
            subject.addRDN(BCStyle.CN, DOCTOR);
        });

        assertThat(judge(CardWorld.issue(nameless)).refusal()).contains(CardRefusal.SERVICE_CARD);
    }

    @Test
    void refusesACardWithoutIdentifier() {
        CardSpec anonymous = CardSpec.cps("anonymous", DOCTOR, "", "").subject(subject -> {
            subject.addRDN(BCStyle.SURNAME, "FACTICE");
            subject.addRDN(BCStyle.GIVENNAME, "CAMILLE");
        });

        assertThat(judge(CardWorld.issue(anonymous)).refusal()).contains(CardRefusal.UNREADABLE);
    }

    @Test
    void acceptsUntilTheLastInstantOfValidityAndNotAfter() {
        CardWorld.account(portal.rows(), DOCTOR);
        X509Certificate card = CardWorld.card("cps-medecin-auth");

        portal.clock().set(card.getNotAfter().toInstant());
        assertThat(judge(card).refusal()).isEmpty();
        portal.clock().advance(Duration.ofMillis(1));
        assertThat(judge(card).refusal()).contains(CardRefusal.EXPIRED);
        portal.clock().set(card.getNotBefore().toInstant().minusMillis(1));
        assertThat(judge(card).refusal()).contains(CardRefusal.NOT_YET_VALID);
    }

    @Test
    void refusesGoodCardsOfAnAuthorityThatIsItselfTooOld() {
        portal.clock().advance(Duration.ofDays(4_100));

        CardVerdict verdict = judge(CardWorld.issue(
                CardSpec.cps("late", DOCTOR, "CAMILLE", "FACTICE").valid(Duration.ofDays(-1), Duration.ofDays(5_000))));

        assertThat(verdict.refusal()).contains(CardRefusal.UNKNOWN_AUTHORITY);
        assertThat(verdict.detail()).contains("the authority itself");
    }

    @Test
    void namesTheUnknownCriticalExtension() {
        CardVerdict verdict = judge(CardWorld.card("cps-critical-ext"));

        assertThat(verdict.detail()).contains("unrecognized critical extension");
    }

    @Test
    void doesNotReadAnOversizedCertificate() {
        assertThat(judge(CardWorld.card("cps-64k")).detail()).startsWith("a certificate of 6");
    }

    @ParameterizedTest
    @EnumSource(names = {"GOOD", "GOOD_WITHIN_GRACE", "BYPASSED"})
    void letsInByOldListsOrADebrayageAndSaysSo(RevocationAnswer answer) {
        CardWorld.account(portal.rows(), DOCTOR);
        portal.with(RevocationService.class, new CardWorld.SaidRevocation(answer));

        CardVerdict verdict = judge(CardWorld.card("cps-medecin-auth"));

        assertThat(verdict.refusal()).isEmpty();
        assertThat(verdict.detail()).endsWith("revocation " + answer);
    }

    @Test
    void refusesWhenNobodyKnowsWhetherTheCardIsRevoked() {
        portal.with(RevocationService.class, new CardWorld.SaidRevocation(RevocationAnswer.UNKNOWN));

        assertThat(judge(CardWorld.card("cps-medecin-auth")).refusal()).contains(CardRefusal.REVOCATION_UNKNOWN);
        assertThat(judge(CardWorld.card("cps-medecin-revoque")).refusal()).contains(CardRefusal.REVOKED);
    }

    @Test
    void blamesThePortalAndNotTheCardWhenItHasNoAuthorities() {
        portal.with("portail.card.anchors", "/nowhere/anchors.pem");

        CardVerdict verdict = judge(CardWorld.card("cps-medecin-auth"));

        assertThat(verdict.refusal()).contains(CardRefusal.REVOCATION_UNKNOWN);
        assertThat(verdict.detail())
                .isEqualTo("portail.card.anchors: /nowhere/anchors.pem is missing or may not be read");
    }
}

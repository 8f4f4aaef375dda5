package fr.sisamu.portail.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.administration.AccountCreation;
import fr.sisamu.portail.administration.Change;
import fr.sisamu.portail.audit.ChainFault;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.card.CardRefusal;
import fr.sisamu.portail.credential.PasswordRefusal;
import fr.sisamu.portail.directory.FileKind;
import fr.sisamu.portail.directory.ImportState;
import fr.sisamu.portail.directory.LineReason;
import fr.sisamu.portail.directory.TokenScope;
import fr.sisamu.portail.emergency.EmergencyOpening;
import fr.sisamu.portail.emergency.EmergencyReview;
import fr.sisamu.portail.otp.ChangeKind;
import fr.sisamu.portail.otp.ChannelRefusal;
import fr.sisamu.portail.phone.PhoneLinking;
import fr.sisamu.portail.prosanteconnect.PscRefusal;
import fr.sisamu.portail.revocation.ListRefusal;
import fr.sisamu.portail.revocation.ListState;
import fr.sisamu.portail.role.Role;
import fr.sisamu.portail.scim.ScimRefusal;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.NoticeKind;
import fr.sisamu.portail.session.PastLogin;
import fr.sisamu.portail.session.ProfileChoice;
import fr.sisamu.portail.supervision.Intervention;
import fr.sisamu.portail.unit.CardFirst;
import fr.sisamu.portail.web.administration.Place;
import fr.sisamu.portail.web.bandeau.BandeauPage;
import fr.sisamu.portail.web.card.CardNotice;
import fr.sisamu.portail.web.login.WayState;
import fr.sisamu.portail.web.security.ProofIntent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageBundlesTest {

    static Stream<ResourceBundle> bundles() {
        return Language.SPOKEN.stream().map(Bundles::in);
    }

    @Test
    void holdTheSameKeysInBothLanguages() {
        assertThat(Bundles.in(Locale.ENGLISH).keySet())
                .isEqualTo(Bundles.in(Locale.FRENCH).keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void explainEveryRefusalOfACard(ResourceBundle bundle) {
        assertThat(names(CardRefusal.values())).allSatisfy(name -> assertExplained(bundle, name));
        assertThat(names(CardNotice.values())).allSatisfy(name -> assertExplained(bundle, name));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void explainEveryRefusalByProSanteConnect(ResourceBundle bundle) {
        assertThat(keys("psc.refused.", PscRefusal.values())).allSatisfy(key -> assertExplainedAt(bundle, key));
    }

    private static void assertExplained(ResourceBundle bundle, String refusal) {
        assertExplainedAt(bundle, "card.refused." + refusal);
    }

    private static void assertExplainedAt(ResourceBundle bundle, String key) {
        assertThat(bundle.keySet()).contains(key + ".title", key + ".what");
        assertThat(Texts.list(bundle, key + ".now")).isNotEmpty();
    }

    @Test
    void giveEveryRefusalOfACardItsOwnWords() {
        ResourceBundle french = Bundles.in(Locale.FRENCH);

        assertThat(names(CardRefusal.values()))
                .extracting(name -> french.getString("card.refused." + name + ".title"))
                .doesNotHaveDuplicates();
    }

    @Test
    void giveEveryRefusalByProSanteConnectItsOwnWords() {
        ResourceBundle french = Bundles.in(Locale.FRENCH);

        assertThat(keys("psc.refused.", PscRefusal.values()))
                .extracting(key -> french.getString(key + ".title"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void tellIdentitySystemsWhyTheyAreRefused(ResourceBundle bundle) {
        assertThat(bundle.keySet()).containsAll(keys("scim.refused.", ScimRefusal.values()));
        assertThat(bundle.keySet()).containsAll(keys("import.token.scope.", TokenScope.values()));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void sayWhereALeavingBrowserGoes(ResourceBundle bundle) {
        assertThat(keys("leaving.", Leaving.Why.values()))
                .allSatisfy(key -> assertThat(bundle.keySet()).contains(key + ".title", key + ".what", key + ".back"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void haveASentenceForEveryValueThatAPageShows(ResourceBundle bundle) {
        assertThat(bundle.keySet())
                .containsAll(keys("phone.refused.", PhoneLinking.Reason.values()))
                .containsAll(keys("profile.refused.", ProfileChoice.NOT_AVAILABLE))
                .containsAll(keys("bandeau.method.", LoginMethod.values()))
                .containsAll(keys("bandeau.level.", AssuranceLevel.values()))
                .containsAll(keys("bandeau.phone.", BandeauPage.PhoneState.values()))
                .containsAll(keys("bandeau.notice.", NoticeKind.values()))
                .containsAll(keys("login.state.", WayState.Status.values()))
                .containsAll(keys("note.", Note.Kind.values()))
                .containsAll(keys("connections.reason.", EndReason.values()))
                .containsAll(keys("channels.refused.", ChannelRefusal.values()))
                .containsAll(keys("password.refused.", PasswordRefusal.values()))
                .containsAll(keys("undo.kind.", ChangeKind.values()))
                .containsAll(keys("proof.for.", ProofIntent.Page.values()))
                .containsAll(keys("connections.post.", PastLogin.Post.values()))
                .containsAll(keys("administration.refused.", changesRefused()))
                .containsAll(keys("administration.create.refused.", AccountCreation.Reason.values()))
                .containsAll(keys("emergency.refused.", EmergencyOpening.Reason.values()))
                .containsAll(keys("emergency.review.", reviewsRefused()))
                .containsAll(keys("supervision.refused.", interventionsRefused()))
                .containsAll(keys("administration.role.", Role.values()))
                .containsAll(keys("administration.unit.card.", CardFirst.values()))
                .containsAll(keys("administration.list.refused.", ListRefusal.values()))
                .containsAll(keys("administration.revocation.state.", ListState.values()))
                .containsAll(keys("administration.verification.outcome.", ChainFault.Kind.values()))
                .containsAll(keys("trace.kind.", TraceKind.values()))
                .containsAll(keys("import.file.", FileKind.values()))
                .containsAll(keys("import.kind.", FileKind.values()))
                .containsAll(keys("import.state.", ImportState.values()))
                .containsAll(keys("import.reason.", LineReason.values()))
                .containsAll(keys("import.action.", fr.sisamu.portail.directory.Change.Action.values()))
                .containsAll(Arrays.stream(Place.values())
                        .filter(Place::isListed)
                        .map(Place::getKey)
                        .toList());
    }

    private static Intervention[] interventionsRefused() {
        return Arrays.stream(Intervention.values())
                .filter(result -> result != Intervention.DONE)
                .toArray(Intervention[]::new);
    }

    private static EmergencyReview[] reviewsRefused() {
        return Arrays.stream(EmergencyReview.values())
                .filter(result -> result != EmergencyReview.DONE)
                .toArray(EmergencyReview[]::new);
    }

    private static Change[] changesRefused() {
        return Arrays.stream(Change.values())
                .filter(change -> change != Change.SAVED && change != Change.UNCHANGED)
                .toArray(Change[]::new);
    }

    /** A straight apostrophe is a quote to MessageFormat: it would vanish, and the arguments after it with it. */
    @ParameterizedTest
    @MethodSource("bundles")
    void useTypographicApostrophesAlone(ResourceBundle bundle) {
        assertThat(bundle.keySet())
                .allSatisfy(key -> assertThat(bundle.getString(key)).as(key).doesNotContain("'"));
    }

    @Test
    void setNarrowSpacesBeforeFrenchPunctuation() {
        ResourceBundle french = Bundles.in(Locale.FRENCH);

        assertThat(french.keySet())
                .allSatisfy(key -> assertThat(french.getString(key))
                        .as(key)
                        .doesNotContainPattern("[^\u202f][;?!»]|« |[ \\p{L}]:"));
    }

    private static Stream<String> stream(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name);
    }

    private static List<String> names(Enum<?>... values) {
        return stream(values).toList();
    }

    private static List<String> keys(String prefix, Enum<?>... values) {
        return stream(values).map(name -> prefix + name).toList();
    }
}

package fr.sisamu.portail.partners.igc;

import static fr.sisamu.portail.partners.igc.Igc.IGC;
import static fr.sisamu.portail.partners.igc.Igc.NOW;
import static fr.sisamu.portail.partners.igc.Igc.card;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who vouches for whom, and when. */
class ChainTest {

    @ParameterizedTest
    @ValueSource(strings = {"cps-medecin-auth", "cpe-arm-auth", "cpa-auth", "cpe-service-auth", "cps-64k"})
    void chainsGoodCardsToThePersonnesAuthorities(String name) throws GeneralSecurityException {
        validate(card(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cps-medecin-faux-ac", "cps-medecin-autosigne", "org-auth-cli", "org-serveur-ssl"})
    void leavesStrangersWithoutAChain(String name) {
        assertThatThrownBy(() -> validate(card(name))).isInstanceOf(CertPathValidatorException.class);
    }

    @Test
    void datesCardsOnBothSidesOfNow() {
        assertThatThrownBy(() -> card("cps-medecin-expire").checkValidity(Date.from(NOW)))
                .isInstanceOf(CertificateExpiredException.class);
        assertThatThrownBy(() -> card("cps-medecin-futur").checkValidity(Date.from(NOW)))
                .isInstanceOf(CertificateNotYetValidException.class);
    }

    @Test
    void keepsTheFutureCardInTheFutureForAsLongAsTheSetIsUsed() {
        Date end = ServerPair.create(Clock.fixed(NOW, ZoneOffset.UTC))
                .certificate()
                .getNotAfter();

        assertThat(card("cps-medecin-futur").getNotBefore()).isAfter(end);
    }

    @Test
    void givesTheRogueTheSameNameButNoPower() {
        X509Certificate good = IGC.authority("ACI-FO-PP").certificate();
        X509Certificate rogue = IGC.authority("FAUX-ACI-FO-PP").certificate();

        assertThat(rogue.getSubjectX500Principal()).isEqualTo(good.getSubjectX500Principal());
        assertThatThrownBy(() -> card("cps-medecin-faux-ac").verify(good.getPublicKey()))
                .isInstanceOf(SignatureException.class);
        assertThat(IGC.wholeChain()).hasSize(7).doesNotContain(rogue);
    }

    private static void validate(X509Certificate card) throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(IGC.personnesAuthorities().stream()
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toSet()));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOW));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(card)), parameters);
    }
}

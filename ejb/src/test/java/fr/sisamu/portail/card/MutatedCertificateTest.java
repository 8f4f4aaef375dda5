package fr.sisamu.portail.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.partners.igc.Authority;
import fr.sisamu.portail.testdb.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;

/**
 * Cards with broken bytes that their authority signed all the same: the signature stops nothing, so that every rule meets
 * the garbage.
 */
class MutatedCertificateTest {

    private static final int MUTANTS = 1_500;

    @Test
    void everyMutantGetsAVerdict() throws Exception {
        CardService cards = CardWorld.portal(TestDatabase.Kind.H2, CardWorld.IGC.personnesAuthorities())
                .get(CardService.class);
        X509Certificate card = CardWorld.card("cps-medecin-auth");
        Random random = new Random(20260302);
        Set<CardRefusal> met = EnumSet.noneOf(CardRefusal.class);

        for (int i = 0; i < MUTANTS; i++) {
            byte[] body = card.getTBSCertificate();
            for (int bytes = 1 + random.nextInt(2); bytes > 0; bytes--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            Optional<X509Certificate> mutant = signed(body, card.getSigAlgName());
            if (mutant.isPresent()) {
                CardVerdict verdict = cards.judge(List.of(mutant.get()));
                verdict.refusal().ifPresent(met::add);
                assertThat(verdict.identifier().map(NationalIdentifier::value).flatMap(IdNat::parse))
                        .isEqualTo(verdict.identifier());
            }
        }

        assertThat(met)
                .contains(
                        CardRefusal.UNKNOWN_AUTHORITY,
                        CardRefusal.NOT_FOR_LOGIN,
                        CardRefusal.WRONG_ENVIRONMENT,
                        CardRefusal.CARD_TYPE,
                        CardRefusal.UNREADABLE,
                        CardRefusal.SERVICE_CARD);
    }

    /** The certificate, unless even the JDK, which stands before us, cannot read it. */
    private static Optional<X509Certificate> signed(byte[] body, String algorithm)
            throws GeneralSecurityException, IOException {
        Authority authority = CardWorld.IGC.authority("ACI-FO-PP");
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(authority.privateKey());
        signature.update(body);
        ASN1Sequence original =
                ASN1Sequence.getInstance(CardWorld.card("cps-medecin-auth").getEncoded());
        try {
            ASN1EncodableVector parts = new ASN1EncodableVector();
            parts.add(ASN1Primitive.fromByteArray(body));
            parts.add(original.getObjectAt(1));
            parts.add(new DERBitString(signature.sign()));
            byte[] encoded = new DERSequence(parts).getEncoded(ASN1Encoding.DER);
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded)));
        } catch (IOException | CertificateException | IllegalArgumentException | IllegalStateException unparsable) {
            return Optional.empty();
        }
    }
}

package fr.sisamu.portail.partners.igc;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certification authority of the fake IGC-Santé, able to sign revocation lists.
 *
 * @param name the file name that the real one would have, for instance ACI-FO-PP
 */
public record Authority(String name, X509Certificate certificate, PrivateKey privateKey) {

    /** A full revocation list, DER. */
    public byte[] crl(Instant thisUpdate, Instant nextUpdate, BigInteger number, Collection<BigInteger> revoked) {
        return crl(thisUpdate, nextUpdate, number, Optional.empty(), revoked);
    }

    /** A delta over the full list of this number, DER (RFC 5280 §5.2.4). */
    public byte[] deltaCrl(
            Instant thisUpdate,
            Instant nextUpdate,
            BigInteger number,
            BigInteger base,
            Collection<BigInteger> revoked) {
        return crl(thisUpdate, nextUpdate, number, Optional.of(base), revoked);
    }

    private byte[] crl(
            Instant thisUpdate,
            Instant nextUpdate,
            BigInteger number,
            Optional<BigInteger> base,
            Collection<BigInteger> revoked) {
        try {
            X500Name issuer =
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
            X509v2CRLBuilder list = new X509v2CRLBuilder(issuer, Date.from(thisUpdate));
            list.setNextUpdate(Date.from(nextUpdate));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
            if (base.isPresent()) {
                list.addExtension(Extension.deltaCRLIndicator, true, new ASN1Integer(base.get()));
            }
            for (BigInteger serial : revoked) {
                list.addCRLEntry(serial, Date.from(thisUpdate.minusSeconds(60)), CRLReason.cessationOfOperation);
            }
            return list.build(new JcaContentSignerBuilder("SHA256withRSA").build(privateKey))
                    .getEncoded();
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the list of " + name + " could not be signed", e);
        }
    }
}

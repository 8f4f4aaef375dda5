package fr.sisamu.portail.revocation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Names an authority: by its public key for machines (two may share a name), by its common name for people. */
final class AuthorityKey {

    private AuthorityKey() {}

    /** SHA-256 of the public key (SubjectPublicKeyInfo), in hexadecimal. */
    static String of(X509Certificate authority) {
        try {
            byte[] key = authority.getPublicKey().getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The common name, or the whole name of an authority that has none. */
    static String nameOf(X509Certificate authority) {
        String name = authority.getSubjectX500Principal().getName(X500Principal.RFC2253);
        try {
            for (Rdn rdn : new LdapName(name).getRdns()) {
                var commonName = rdn.toAttributes().get("CN");
                if (commonName != null) {
                    return String.valueOf(commonName.get());
                }
            }
            return name;
        } catch (InvalidNameException e) {
            return name;
        } catch (javax.naming.NamingException e) {
            return name;
        }
    }
}

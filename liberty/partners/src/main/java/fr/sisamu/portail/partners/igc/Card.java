package fr.sisamu.portail.partners.igc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate with its private key: the authentication pair of a card, or what pretends to be one. */
public record Card(String name, X509Certificate certificate, PrivateKey privateKey) {

    /** PKCS#12 holding the pair alone: a card does not hold the chain of its authority. */
    public byte[] p12(char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(name, privateKey, password, new X509Certificate[] {certificate});
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("card " + name + " could not be written", e);
        }
    }
}

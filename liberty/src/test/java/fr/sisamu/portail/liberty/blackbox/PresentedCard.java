package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.partners.igc.Card;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * A card in its reader, which may be taken away. It is presented to whoever asks, even to a server whose list of
 * authorities does not name its own: an attacker's client is not as polite as a browser.
 */
final class PresentedCard extends X509ExtendedKeyManager {

    private static final String ALIAS = "card";

    private final AtomicInteger asked = new AtomicInteger();
    private volatile Card card;

    /** @param card null for a reader without card */
    PresentedCard(Card card) {
        this.card = card;
    }

    void insert(Card another) {
        card = another;
    }

    void remove() {
        card = null;
    }

    /** How often a server has asked for a certificate, which only a full handshake does. */
    int timesAsked() {
        return asked.get();
    }

    private String answer() {
        asked.incrementAndGet();
        return card == null ? null : ALIAS;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return answer();
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return answer();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return new X509Certificate[] {card.certificate()};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return card.privateKey();
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}

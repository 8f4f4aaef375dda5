package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.partners.igc.Card;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/** A proxy that verifies nothing, at the address of this machine that the tests' server declares. */
public final class CardForwarder {

    static final String PROXY = "127.0.0.2";

    private CardForwarder() {}

    /** Shows the card to the card endpoint in the form of RFC 9440. */
    public static Answer forward(RunningServer server, String url, String nonce, Card card)
            throws IOException, CertificateEncodingException {
        try (CardClient proxy = CardClient.at(PROXY)) {
            return forward(proxy, server, url, nonce, card);
        }
    }

    static Answer forward(CardClient client, RunningServer server, String url, String nonce, Card card)
            throws IOException, CertificateEncodingException {
        String value = Base64.getEncoder().encodeToString(card.certificate().getEncoded());
        return client.send(ClassicRequestBuilder.post(URI.create(url))
                .addHeader("Origin", server.origin())
                .addHeader("Accept", "application/json")
                .addHeader("Client-Cert", ":" + value + ":")
                .addParameter("nonce", nonce)
                .build());
    }
}

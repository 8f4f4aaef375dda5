package fr.sisamu.portail.card;

import jakarta.ejb.Stateless;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Carries the card endpoint's answer to the portal: nonce, verdict, one-time ticket. */
@Stateless
public class PresentationService {

    /** Begins an attempt; writes nothing. */
    public CardAttempt begin() {
        throw new UnsupportedOperationException();
    }

    /** Judges the card shown for this nonce, once. Traced, whatever the answer. */
    public Presentation present(String nonce, List<X509Certificate> chain, String origin) {
        throw new UnsupportedOperationException();
    }

    /** Redeems a ticket: once, within 60 s, and only with the secret of the browser that made the attempt. */
    public Optional<Presentation.Redeemed> redeem(String ticket, String browserSecret, String origin) {
        throw new UnsupportedOperationException();
    }

    /** The latest refusal of the attempt that this browser made, for the page that explains it. */
    public Optional<Presentation.Refused> refusalOf(String browserSecret) {
        throw new UnsupportedOperationException();
    }
}

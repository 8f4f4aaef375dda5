package fr.sisamu.portail.card;

import jakarta.ejb.Stateless;
import java.security.cert.X509Certificate;
import java.util.List;

/** Judges cards. Trusts nobody before it: whatever TLS or a proxy has verified is verified again. */
@Stateless
public class CardService {

    /** Applies the rules in their order. The list is what the client sent, its own certificate first; empty without a card. */
    public CardVerdict judge(List<X509Certificate> chain) {
        throw new UnsupportedOperationException();
    }
}

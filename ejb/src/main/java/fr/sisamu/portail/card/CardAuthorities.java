package fr.sisamu.portail.card;

import fr.sisamu.portail.revocation.RevocationAuthorities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.util.List;

/** Tells the revocation feature whose lists to keep: those of the authorities that issue cards. */
@ApplicationScoped
public class CardAuthorities implements RevocationAuthorities {

    @Inject
    TrustedAuthorities trusted;

    @Override
    public List<X509Certificate> all() {
        return trusted.all();
    }
}

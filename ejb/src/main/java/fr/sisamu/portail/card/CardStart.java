package fr.sisamu.portail.card;

import fr.sisamu.portail.secret.ServerKey;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Wakes what must be known at start and not at the first card: an unusable key, which stops it, and missing authorities. */
@Singleton
@Startup
public class CardStart {

    @Inject
    ServerKey key;

    @Inject
    TrustedAuthorities authorities;

    @PostConstruct
    void check() {
        key.check();
        authorities.problem();
    }
}

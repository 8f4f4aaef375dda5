package fr.sisamu.portail.revocation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** How the lists stand, for health data and the login page. From memory: asking costs nothing and cannot fail. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RevocationStatus {

    @Inject
    RevocationLists lists;

    @Inject
    RevocationAuthorities authorities;

    @Inject
    @ConfigProperties
    RevocationSettings settings;

    @Inject
    Clock clock;

    /** Whether the lists of the database have been loaded since the start: before that this node is not ready. */
    public boolean loaded() {
        return lists.snapshot().loaded();
    }

    /** One line for each configured authority. */
    public List<AuthorityStatus> authorities() {
        RevocationSnapshot snapshot = lists.snapshot();
        Instant now = clock.instant();
        return authorities.all().stream()
                .map(authority -> status(authority, snapshot, now))
                .toList();
    }

    private AuthorityStatus status(X509Certificate authority, RevocationSnapshot snapshot, Instant now) {
        String key = AuthorityKey.of(authority);
        Optional<AuthorityLists> known = snapshot.listsOf(key);
        Optional<SignedList> newest = known.map(AuthorityLists::newest);
        return new AuthorityStatus(
                AuthorityKey.nameOf(authority),
                known.map(held -> held.state(now, settings.grace)).orElse(ListState.ABSENT),
                newest.map(SignedList::number),
                newest.map(SignedList::thisUpdate),
                known.map(AuthorityLists::nextUpdate),
                newest.map(list -> Duration.between(list.thisUpdate(), now)),
                known.map(AuthorityLists::entries).orElse(0),
                Optional.ofNullable(snapshot.errors().get(key)),
                snapshot.bypass(now).map(RevocationBypass::until));
    }
}

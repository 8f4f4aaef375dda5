package fr.sisamu.portail.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The lists in memory. Logins read one immutable snapshot; what the database holds takes its place at once, off the
 * request path. What was once loaded stays when the database or the list server is gone.
 */
@ApplicationScoped
public class RevocationLists {

    private static final Logger LOG = System.getLogger(RevocationLists.class.getName());

    @Inject
    RevocationAuthorities authorities;

    @Inject
    ListStore store;

    @Inject
    FetchLeases fetches;

    @Inject
    BypassStore bypasses;

    @Inject
    Clock clock;

    private volatile RevocationSnapshot snapshot = RevocationSnapshot.EMPTY;

    RevocationSnapshot snapshot() {
        return snapshot;
    }

    /** Reads from the database what it holds newer than memory; throws when the database is not there. */
    public synchronized void refresh() {
        Map<String, HeldLists> held = new HashMap<>(snapshot.held());
        for (X509Certificate authority : authorities.all()) {
            String key = AuthorityKey.of(authority);
            HeldLists newest = newest(key, held.getOrDefault(key, HeldLists.NONE));
            held.put(key, newest);
        }
        Map<String, String> errors = fetches.all().stream()
                .filter(fetch -> fetch.lastError().isPresent())
                .collect(Collectors.toMap(
                        FetchState::authority, fetch -> fetch.lastError().orElseThrow()));
        snapshot = new RevocationSnapshot(true, Map.copyOf(held), Map.copyOf(errors), bypasses.open(clock.instant()));
    }

    private HeldLists newest(String key, HeldLists before) {
        HeldLists after = before;
        Optional<StoredList> full = store.newest(key, false);
        if (full.isPresent() && after.lacksFull(full.get())) {
            after = after.withFull(full.get().id(), read(key, full.get()));
        }
        Optional<StoredList> delta = store.newest(key, true);
        if (delta.isPresent() && after.lacksDelta(delta.get())) {
            after = after.withDelta(delta.get().id(), read(key, delta.get()));
        }
        return after;
    }

    /** Verified again: a list that somebody slipped into the database is not believed. */
    private Optional<SignedList> read(String key, StoredList stored) {
        Optional<byte[]> der = store.octets(stored);
        if (der.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SignedListReader(authorities.all()).read(der.get()))
                    .filter(list -> list.authority().equals(key));
        } catch (RefusedListException e) {
            LOG.log(Level.ERROR, "stored revocation list " + stored + " does not verify: " + e.reason(), e);
            return Optional.empty();
        }
    }
}

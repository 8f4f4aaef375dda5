package fr.sisamu.portail.revocation;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Fetches lists in the background, full then delta, one node at a time, each address in turn until one gives a list
 * that verifies. No download runs inside a transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RevocationFetch {

    private static final Logger LOG = System.getLogger(RevocationFetch.class.getName());

    @Inject
    RevocationAuthorities authorities;

    @Inject
    RevocationListSource source;

    @Inject
    RevocationImport imports;

    @Inject
    FetchLeases leases;

    @Inject
    RevocationLists lists;

    @Inject
    @ConfigProperties
    RevocationSettings settings;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** Fetches for each authority that is due and that no other node is fetching for. */
    public void fetchDue() {
        ListAddresses urls = new ListAddresses(settings.urls);
        ListAddresses deltas = new ListAddresses(settings.deltas);
        for (X509Certificate authority : authorities.all()) {
            String name = AuthorityKey.nameOf(authority);
            if (!urls.of(name).isEmpty()) {
                fetchApart(AuthorityKey.of(authority), name, urls.of(name), deltas.of(name));
            }
        }
    }

    /** What goes wrong with one authority must not keep the others from their lists. */
    private void fetchApart(String authority, String name, List<URI> urls, List<URI> deltas) {
        try {
            fetch(authority, name, urls, deltas);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the revocation lists of " + name + " could not be fetched this time", e);
        }
    }

    private void fetch(String authority, String name, List<URI> urls, List<URI> deltas) {
        Optional<FetchState> state = leases.all().stream()
                .filter(known -> known.authority().equals(authority))
                .findFirst();
        if (state.isEmpty()) {
            leases.announce(authority, clock.instant());
        }
        Optional<Instant> lease = leases.take(authority, clock.instant());
        if (lease.isEmpty()) {
            return;
        }
        FetchRound round = new FetchRound(authority, lease.get());
        Optional<Instant> full = round.firstGood(urls);
        Optional<Instant> nextUpdate = full;
        if (nextUpdate.isPresent() && !deltas.isEmpty()) {
            // A delta that fails costs only itself: the full list is good, and is not to be downloaded again for it.
            nextUpdate = round.firstGood(deltas).or(() -> full);
        }
        finish(authority, name, state.map(FetchState::failures).orElse(0), nextUpdate, round);
    }

    private void finish(
            String authority, String name, int failuresBefore, Optional<Instant> nextUpdate, FetchRound round) {
        Instant now = clock.instant();
        if (nextUpdate.isPresent()) {
            Instant nextAt = FetchSchedule.afterSuccess(now, nextUpdate.get(), settings.refresh, new SecureRandom());
            Optional<String> error = Optional.of(round.errors.toString()).filter(text -> !text.isEmpty());
            leases.finish(authority, round.leasedUntil, now, nextAt, 0, error);
        } else {
            int failures = failuresBefore + 1;
            String error = round.errors.toString();
            leases.finish(
                    authority,
                    round.leasedUntil,
                    now,
                    FetchSchedule.afterFailure(now, failures),
                    failures,
                    Optional.of(error));
            LOG.log(Level.WARNING, "no revocation list of " + name + ": " + error);
            if (failures == 1) {
                audit.record(Trace.of(TraceKind.REVOCATION_LIST, "UNAVAILABLE").detail(name + ": " + error));
            }
        }
        lists.refresh();
    }

    /** One round over the addresses of one authority, under one lease. */
    private final class FetchRound {

        private final String authority;
        private final StringBuilder errors = new StringBuilder();
        private Instant leasedUntil;

        FetchRound(String authority, Instant leasedUntil) {
            this.authority = authority;
            this.leasedUntil = leasedUntil;
        }

        /** Next update of the first list that was taken or that we hold already. */
        Optional<Instant> firstGood(List<URI> addresses) {
            for (URI address : addresses) {
                Instant until = clock.instant().plus(FetchLeases.LEASE);
                if (!leases.renew(authority, leasedUntil, until)) {
                    return Optional.empty();
                }
                leasedUntil = until;
                Optional<Instant> nextUpdate = fetch(address);
                if (nextUpdate.isPresent()) {
                    return nextUpdate;
                }
            }
            return Optional.empty();
        }

        private Optional<Instant> fetch(URI address) {
            try {
                ImportResult result = imports.take(source.fetch(address, settings.limit), address.toString());
                if (result instanceof ImportResult.Imported imported) {
                    return Optional.of(imported.nextUpdate());
                }
                if (result instanceof ImportResult.Unchanged unchanged) {
                    return Optional.of(unchanged.nextUpdate());
                }
                errors.append(address).append(": ").append(result).append(". ");
            } catch (RevocationListUnavailableException e) {
                errors.append(e.getMessage()).append(". ");
            }
            return Optional.empty();
        }
    }
}

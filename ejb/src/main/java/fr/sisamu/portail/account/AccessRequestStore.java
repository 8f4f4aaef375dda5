package fr.sisamu.portail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Keeps one request for each identifier, whoever comes first and on whichever node. */
@ApplicationScoped
class AccessRequestStore {

    private static final String FIRST_SEEN = """
            insert into account_request (identifier, given_name, family_name, card_type, first_seen_at, last_seen_at,
                                         attempts, support_code, status, version)
            values (?1, ?2, ?3, ?4, ?5, ?5, 1, ?6, 'WAITING', 1)
            on conflict do nothing""";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    @Inject
    Clock clock;

    void keep(AccessRequest request) {
        Instant now = clock.instant();
        if (!seenAgain(request, now) && !firstSeen(request, now)) {
            seenAgain(request, now); // another node was first between the two
        }
    }

    List<WaitingRequest> waiting(int limit) {
        return rows.createNamedQuery(StoredAccessRequest.WAITING, StoredAccessRequest.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(StoredAccessRequest::view)
                .toList();
    }

    Optional<WaitingRequest> find(NationalIdentifier identifier) {
        return Optional.ofNullable(rows.find(StoredAccessRequest.class, identifier.value()))
                .filter(StoredAccessRequest::waits)
                .map(StoredAccessRequest::view);
    }

    boolean decide(NationalIdentifier identifier, String status) {
        return rows.createNamedQuery(StoredAccessRequest.DECIDE)
                        .setParameter("identifier", identifier.value())
                        .setParameter("status", status)
                        .executeUpdate()
                == 1;
    }

    private boolean seenAgain(AccessRequest request, Instant now) {
        return rows.createNamedQuery(StoredAccessRequest.SEEN_AGAIN)
                        .setParameter("now", now)
                        .setParameter("code", request.supportCode().value())
                        .setParameter("givenName", cut(request.givenName(), 100))
                        .setParameter("familyName", cut(request.familyName(), 100))
                        .setParameter("cardType", cut(request.cardType(), 10))
                        .setParameter("identifier", request.identifier().value())
                        .executeUpdate()
                == 1;
    }

    private boolean firstSeen(AccessRequest request, Instant now) {
        return rows.createNativeQuery(FIRST_SEEN)
                        .setParameter(1, request.identifier().value())
                        .setParameter(2, cut(request.givenName(), 100))
                        .setParameter(3, cut(request.familyName(), 100))
                        .setParameter(4, cut(request.cardType(), 10))
                        .setParameter(5, now.atOffset(ZoneOffset.UTC))
                        .setParameter(6, request.supportCode().value())
                        .executeUpdate()
                == 1;
    }

    /** A name on a card is longer than our column only once in a lifetime; the request must not fail for it. */
    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}

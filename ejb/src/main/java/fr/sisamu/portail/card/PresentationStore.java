package fr.sisamu.portail.card;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table card_presentation. Each deed is one statement, so that the database decides every race. */
@ApplicationScoped
@Transactional
class PresentationStore {

    @PersistenceContext(unitName = "portail")
    EntityManager database;

    /** Keeps a judged card; false if this nonce was used before. The cast types the null of a refused card. */
    boolean add(JudgedCard card) {
        int added = database.createNativeQuery("insert into card_presentation (nonce_digest, browser_digest,"
                        + " ticket_digest, refusal, support_code, account_id, identifier, judged_at)"
                        + " values (?, ?, ?, ?, ?, cast(? as bigint), ?, ?) on conflict do nothing")
                .setParameter(1, card.nonceDigest())
                .setParameter(2, card.browserDigest())
                .setParameter(3, card.ticketDigest().orElse(null))
                .setParameter(4, card.refusal().map(Enum::name).orElse(null))
                .setParameter(5, card.supportCode().value())
                .setParameter(6, card.account().map(AccountId::value).orElse(null))
                .setParameter(7, card.identifier().orElse(null))
                .setParameter(8, Timestamp.from(card.judgedAt()))
                .executeUpdate();
        return added == 1;
    }

    /** Spends the ticket; true for the first caller with the right browser in time, and for no one else. */
    boolean redeem(String ticketDigest, String browserDigest, Instant now, Instant oldest) {
        int spent = database.createNativeQuery("update card_presentation set redeemed_at = ?"
                        + " where ticket_digest = ? and browser_digest = ? and redeemed_at is null and judged_at > ?")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, ticketDigest)
                .setParameter(3, browserDigest)
                .setParameter(4, Timestamp.from(oldest))
                .executeUpdate();
        return spent == 1;
    }

    /** What a ticket was worth, redeemed or not: account, support code, browser, whether used; and who its owner is. */
    Optional<IssuedTicket> find(String ticketDigest) {
        List<?> rows = database.createNativeQuery("select c.account_id, c.support_code, c.browser_digest,"
                        + " c.redeemed_at, a.card_seen_at from card_presentation c"
                        + " join account a on a.id = c.account_id where c.ticket_digest = ?")
                .setParameter(1, ticketDigest)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new IssuedTicket(
                        new AccountId(((Number) row[0]).longValue()),
                        new SupportCode((String) row[1]),
                        (String) row[2],
                        row[3] != null,
                        row[4] != null))
                .findFirst();
    }

    /** The latest refusal that this browser met. */
    Optional<Presentation.Refused> lastRefusal(String browserDigest) {
        List<?> rows = database.createNativeQuery("select refusal, support_code from card_presentation"
                        + " where browser_digest = ? and refusal is not null order by judged_at desc")
                .setParameter(1, browserDigest)
                .setMaxResults(1)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Presentation.Refused(
                        CardRefusal.valueOf((String) row[0]), new SupportCode((String) row[1])))
                .findFirst();
    }

    int removeJudgedBefore(Instant instant) {
        return database.createNativeQuery("delete from card_presentation where judged_at < ?")
                .setParameter(1, Timestamp.from(instant))
                .executeUpdate();
    }

    /** A row to be: either a ticket with its account, or a refusal. */
    record JudgedCard(
            String nonceDigest,
            String browserDigest,
            Optional<String> ticketDigest,
            Optional<CardRefusal> refusal,
            SupportCode supportCode,
            Optional<AccountId> account,
            Optional<String> identifier,
            Instant judgedAt) {}

    /** @param cardSeen whether the owner had come by card before */
    record IssuedTicket(
            AccountId account, SupportCode supportCode, String browserDigest, boolean used, boolean cardSeen) {}
}

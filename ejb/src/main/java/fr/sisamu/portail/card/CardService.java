package fr.sisamu.portail.card;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.revocation.RevocationAnswer;
import fr.sisamu.portail.revocation.RevocationService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Judges cards. Trusts nobody before it: whatever TLS or a proxy has verified is verified again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CardService {

    /** A card's certificate has some 2 KB; what is much larger is no card and is not read. */
    private static final int LARGEST_CERTIFICATE = 16_384;

    @Inject
    TrustedAuthorities authorities;

    @Inject
    CardRules rules;

    @Inject
    RevocationService revocation;

    @Inject
    AccountService accounts;

    @Inject
    Clock clock;

    /**
     * Applies the rules in their order; whatever a client sends, the answer is a verdict. Without authorities the answer
     * is REVOCATION_UNKNOWN, « your card cannot be checked », for the holder has done nothing wrong.
     *
     * @param chain what the client sent, its own certificate first; empty without a card. Only the first counts: the
     *     authorities are ours
     */
    public CardVerdict judge(List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return unread(CardRefusal.CARD_MISSING, "no certificate was sent");
        }
        Optional<String> problem = authorities.problem();
        if (problem.isPresent()) {
            return unread(CardRefusal.REVOCATION_UNKNOWN, problem.get());
        }
        X509Certificate certificate = chain.get(0);
        int size = size(certificate);
        if (size > LARGEST_CERTIFICATE) {
            return unread(CardRefusal.UNREADABLE, "a certificate of " + size + " bytes");
        }
        Examination card;
        try {
            card = Examination.of(certificate, authorities.issuerOf(certificate), clock.instant());
        } catch (IllegalArgumentException | IllegalStateException malformed) { // what Bouncy Castle throws
            return unread(CardRefusal.UNREADABLE, "malformed: " + malformed.getMessage());
        }
        return judge(card);
    }

    private CardVerdict judge(Examination card) {
        Optional<Objection> objection = rules.firstObjection(card);
        if (objection.isPresent()) {
            return refused(objection.get().reason(), card, objection.get().detail());
        }
        CardHolder holder = card.holder();
        RevocationAnswer answer =
                revocation.check(card.certificate(), card.authority().orElseThrow());
        if (answer == RevocationAnswer.REVOKED) {
            return refused(CardRefusal.REVOKED, card, holder.tokenId());
        }
        if (answer == RevocationAnswer.UNKNOWN) {
            return refused(CardRefusal.REVOCATION_UNKNOWN, card, "no usable list");
        }
        Optional<Account> account = accounts.find(holder.identifier());
        if (account.isEmpty()) {
            return new CardVerdict.Unknown(holder, card.mark());
        }
        if (account.get().closed()) {
            return refused(CardRefusal.ACCOUNT_CLOSED, card, holder.tokenId());
        }
        return new CardVerdict.Accepted(account.get(), holder, answer, card.mark());
    }

    private static CardVerdict unread(CardRefusal reason, String cause) {
        return new CardVerdict.Refused(reason, Optional.empty(), cause);
    }

    private static CardVerdict refused(CardRefusal reason, Examination card, String cause) {
        Optional<NationalIdentifier> identifier = card.identifier();
        return new CardVerdict.Refused(reason, identifier, cause + "; " + card.mark());
    }

    private static int size(X509Certificate certificate) {
        try {
            return certificate.getEncoded().length;
        } catch (CertificateEncodingException e) {
            return Integer.MAX_VALUE;
        }
    }
}

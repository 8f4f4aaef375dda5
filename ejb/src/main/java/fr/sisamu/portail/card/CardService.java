package fr.sisamu.portail.card;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.revocation.RevocationAnswer;
import fr.sisamu.portail.revocation.RevocationService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Judges cards. Trusts nobody before it: whatever TLS or a proxy has verified is verified again. */
@Stateless
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
     * Applies the rules in their order.
     *
     * @param chain what the client sent, its own certificate first; empty without a card. Only the first counts: the
     *     authorities are ours
     */
    public CardVerdict judge(List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return refused(CardRefusal.CARD_MISSING, Optional.empty(), "no certificate was sent");
        }
        if (authorities.problem().isPresent()) {
            return refused(
                    CardRefusal.REVOCATION_UNKNOWN,
                    Optional.empty(),
                    authorities.problem().get());
        }
        X509Certificate certificate = chain.get(0);
        if (size(certificate) > LARGEST_CERTIFICATE) {
            return refused(CardRefusal.UNREADABLE, Optional.empty(), size(certificate) + " bytes");
        }
        try {
            return judge(Examination.of(certificate, authorities.issuerOf(certificate), clock.instant()));
        } catch (IllegalArgumentException malformed) {
            return refused(CardRefusal.UNREADABLE, Optional.empty(), "malformed: " + malformed.getMessage());
        }
    }

    private CardVerdict judge(Examination card) {
        Optional<NationalIdentifier> identifier = identifier(card);
        Optional<Objection> objection = rules.firstObjection(card);
        if (objection.isPresent()) {
            return refused(objection.get().reason(), identifier, objection.get().detail());
        }
        CardHolder holder = holder(card);
        RevocationAnswer answer =
                revocation.check(card.certificate(), card.authority().orElseThrow());
        if (answer == RevocationAnswer.REVOKED) {
            return refused(CardRefusal.REVOKED, identifier, holder.tokenId());
        }
        if (answer == RevocationAnswer.UNKNOWN) {
            return refused(CardRefusal.REVOCATION_UNKNOWN, identifier, "no usable list of " + card.issuerName());
        }
        return accounts.find(holder.identifier())
                .map(account -> of(account, holder, answer))
                .orElseGet(() -> new CardVerdict.Unknown(holder));
    }

    private static CardVerdict of(Account account, CardHolder holder, RevocationAnswer answer) {
        return account.closed()
                ? refused(CardRefusal.ACCOUNT_CLOSED, Optional.of(holder.identifier()), holder.tokenId())
                : new CardVerdict.Accepted(account, holder, answer);
    }

    private static CardVerdict refused(CardRefusal reason, Optional<NationalIdentifier> identifier, String detail) {
        return new CardVerdict.Refused(reason, identifier, detail);
    }

    /** The identifier as far as it can be read, for the trace of a refusal. */
    private static Optional<NationalIdentifier> identifier(Examination card) {
        List<String> names = card.subject().values(BCStyle.CN);
        return names.size() == 1 ? IdNat.parse(names.get(0)) : Optional.empty();
    }

    private static CardHolder holder(Examination card) {
        return new CardHolder(
                identifier(card).orElseThrow(),
                card.subject().values(BCStyle.GIVENNAME).get(0),
                card.subject().values(BCStyle.SURNAME).get(0),
                card.extensions().type().orElseThrow(),
                card.extensions().tokenId().orElseThrow(),
                card.certificate().getNotAfter().toInstant());
    }

    private static int size(X509Certificate certificate) {
        try {
            return certificate.getEncoded().length;
        } catch (CertificateEncodingException e) {
            return Integer.MAX_VALUE;
        }
    }
}

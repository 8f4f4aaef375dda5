package fr.sisamu.portail.card;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.revocation.RevocationAnswer;
import java.util.Optional;

/** What the rules say of a card. A refusal is an answer. */
public sealed interface CardVerdict {

    /** Why the card does not open the portal; empty if it does. */
    Optional<CardRefusal> refusal();

    /** The identifier as far as it could be read; before R1 is content, it is a mere claim. */
    Optional<NationalIdentifier> identifier();

    /** The holder of a good card, whether or not they have an account. */
    default Optional<CardHolder> goodCard() {
        return Optional.empty();
    }

    /** For the trace: the exact cause, and which certificate it was. Holds no secret. */
    String detail();

    /**
     * All rules are content; the revocation answer may still be a warning for the trace.
     *
     * @param certificate serial number and issuer, as the trace names a certificate
     */
    record Accepted(Account account, CardHolder holder, RevocationAnswer revocation, String certificate)
            implements CardVerdict {

        @Override
        public Optional<CardHolder> goodCard() {
            return Optional.of(holder);
        }

        @Override
        public Optional<CardRefusal> refusal() {
            return Optional.empty();
        }

        @Override
        public Optional<NationalIdentifier> identifier() {
            return Optional.of(holder.identifier());
        }

        @Override
        public String detail() {
            return holder.type() + " " + holder.tokenId() + ", " + certificate + ", revocation " + revocation;
        }
    }

    /** A good card that no account knows (R9): the holder may ask for one. */
    record Unknown(CardHolder holder, String certificate) implements CardVerdict {

        @Override
        public Optional<CardHolder> goodCard() {
            return Optional.of(holder);
        }

        @Override
        public Optional<CardRefusal> refusal() {
            return Optional.of(CardRefusal.NO_ACCOUNT);
        }

        @Override
        public Optional<NationalIdentifier> identifier() {
            return Optional.of(holder.identifier());
        }

        @Override
        public String detail() {
            return holder.type() + " " + holder.tokenId() + ", " + certificate + ", a request is waiting";
        }
    }

    /** A rule objects. */
    record Refused(CardRefusal reason, Optional<NationalIdentifier> identifier, String detail) implements CardVerdict {

        @Override
        public Optional<CardRefusal> refusal() {
            return Optional.of(reason);
        }
    }
}

package fr.sisamu.portail.web.card;

import jakarta.security.enterprise.credential.Credential;

/** The proof that a card was accepted: the ticket, and the secret of the browser that asked for it. */
record CardTicketCredential(String ticket, String browserSecret, String origin) implements Credential {

    @Override
    public String toString() {
        return "CardTicketCredential[…]";
    }
}

package fr.sisamu.portail.card;

/**
 * A click on « CPX »: what the browser keeps in a cookie and what it hands to the card endpoint. Neither is stored
 * before a card was shown, so that clicks without a card cost no row.
 *
 * @param browserSecret 256 random bits, base64url; kept in an HttpOnly cookie of the portal's host
 * @param nonce names the attempt towards the card endpoint: time and keyed digest of the browser secret; works once
 */
public record CardAttempt(String browserSecret, String nonce) {

    @Override
    public String toString() {
        return "CardAttempt[…]";
    }
}

package fr.sisamu.portail.prosanteconnect;

/**
 * What makes an answer belong to one attempt.
 *
 * @param state ties the answer to the attempt (RFC 6749 §10.12)
 * @param nonce ties the ID token to it (OpenID Connect Core §3.1.2.1)
 * @param verifier ties the code to it (RFC 7636)
 */
public record AttemptSecrets(String state, String nonce, String verifier) {

    @Override
    public String toString() {
        return "AttemptSecrets[…]";
    }
}

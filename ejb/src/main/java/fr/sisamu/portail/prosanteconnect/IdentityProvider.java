package fr.sisamu.portail.prosanteconnect;

import java.net.URI;
import java.util.Optional;

/**
 * Pro Santé Connect, or a provider that speaks like it (OpenID Connect Core 1.0, RFC 6749, 7636, 9207). Whoever implements
 * it checks everything: issuer, audience, authorized party, signature, time, nonce, level, and that userinfo speaks of the
 * same person. No token is written into an exception, a log or a cause.
 */
public interface IdentityProvider {

    /** Throws {@link IllegalStateException} and names the setting if they cannot work together. Asks nobody. */
    void check();

    /** Fetches the addresses and the keys anew. */
    void refresh() throws ProviderUnavailableException;

    /** The provider's page for this attempt. */
    URI authorizationAddress(AttemptSecrets secrets, Demand demand) throws ProviderUnavailableException;

    /** Judges what the browser brought back: exchanges the code, checks the tokens, asks userinfo. */
    Proof judge(Callback callback, AttemptSecrets secrets, Demand demand) throws ProviderUnavailableException;

    /**
     * The provider's log-out page, from where the browser comes back (OpenID Connect RP-Initiated Logout 1.0); empty if it
     * has none.
     *
     * @param state comes back with the browser
     */
    Optional<URI> logoutAddress(String idToken, String state) throws ProviderUnavailableException;

    /** Judges a log-out token, but not whether it came before. */
    LogoutNotice judgeLogout(String logoutToken) throws ProviderUnavailableException;

    /**
     * Asks an e-CPS directly (CIBA).
     *
     * @param identifier the holder's national identifier
     * @param digits two digits that the e-CPS shows too
     */
    CibaAnswer ask(String identifier, String digits, Acr level) throws ProviderUnavailableException;

    /** What became of that request; at most once per interval. */
    CibaAnswer poll(String requestId, Acr level) throws ProviderUnavailableException;
}

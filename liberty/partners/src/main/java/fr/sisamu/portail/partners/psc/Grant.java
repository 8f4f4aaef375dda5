package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.util.Optional;

/**
 * What a client may have tokens for.
 *
 * @param nonce empty when the login did not go through a browser
 */
record Grant(Login login, Scope scope, Optional<Nonce> nonce) {}

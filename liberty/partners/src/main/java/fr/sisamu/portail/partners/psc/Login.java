package fr.sisamu.portail.partners.psc;

import com.nimbusds.openid.connect.sdk.claims.ACR;
import java.time.Instant;

/**
 * Somebody who approved on their e-CPS.
 *
 * @param session the provider's session, {@code sid} in tokens
 */
record Login(Persona persona, ACR acr, Instant at, String session) {}

package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import java.net.URI;

/** What an authorization code stands for, and what must come with it (RFC 7636). */
record CodeGrant(Grant grant, URI redirect, CodeChallenge challenge) {}

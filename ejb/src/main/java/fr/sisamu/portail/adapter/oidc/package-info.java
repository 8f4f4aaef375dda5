/** Pro Santé Connect by OpenID Connect, on Nimbus's SDK; the adapter of the port {@code IdentityProvider}. */
package fr.sisamu.portail.adapter.oidc;

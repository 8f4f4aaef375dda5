/**
 * The passwords of the way by one-time code: set, judged, verified, recovered. Enter by {@link
 * fr.sisamu.portail.credential.PasswordService}.
 */
package fr.sisamu.portail.credential;

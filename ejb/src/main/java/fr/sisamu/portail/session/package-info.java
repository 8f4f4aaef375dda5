/**
 * The open work sessions: who is in, by which method, with which profile. A session is a row, found by the digest of a
 * token that only the browser's cookie holds; so it survives a restart of the server. Enter by {@link
 * fr.sisamu.portail.session.WorkSessionService}.
 */
package fr.sisamu.portail.session;

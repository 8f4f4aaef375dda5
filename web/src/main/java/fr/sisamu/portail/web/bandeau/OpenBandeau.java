package fr.sisamu.portail.web.bandeau;

import fr.sisamu.portail.session.SessionToken;
import fr.sisamu.portail.web.page.EventStream;

/** One bandeau on one screen, as far as the server sees it: a session and an open stream. */
record OpenBandeau(long session, SessionToken token, EventStream stream) {}

package fr.sisamu.portail.web.supervision;

import fr.sisamu.portail.session.SessionToken;
import fr.sisamu.portail.web.page.EventStream;

/** One board on one screen, as far as the server sees it. */
record OpenBoard(long unit, SessionToken token, EventStream stream) {}

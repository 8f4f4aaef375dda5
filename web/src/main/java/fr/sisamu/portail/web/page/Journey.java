package fr.sisamu.portail.web.page;

import fr.sisamu.portail.phone.PhoneService;
import fr.sisamu.portail.profile.Profile;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.session.WorkSessionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The order of the steps after a login, whatever its method: profile, phone, bandeau. A step is skipped only where the
 * guide lets it be: the one profile of a person is chosen for them, a profile without a phone asks for none.
 */
@ApplicationScoped
public class Journey {

    public static final String LOGIN = "/login.xhtml";
    public static final String PROFILE = "/profile.xhtml";
    public static final String PHONE = "/phone.xhtml";
    public static final String BANDEAU = "/bandeau.xhtml";

    @Inject
    WorkSessionService sessions;

    @Inject
    PhoneService phones;

    /** The page of the first step that is still missing. */
    public String next(WorkSession session) {
        if (session.profile().isPresent()) {
            return after(session, session.profile().get());
        }
        return sessions.chooseOnly(session).map(only -> after(session, only)).orElse(PROFILE);
    }

    private String after(WorkSession session, Profile profile) {
        return profile.needsPhone() && phones.linkedTo(session.id()).isEmpty() ? PHONE : BANDEAU;
    }
}

package fr.sisamu.portail.web.bandeau;

import fr.sisamu.portail.otp.FirstLogin;
import fr.sisamu.portail.otp.FirstLoginService;
import fr.sisamu.portail.phone.LinkedPhone;
import fr.sisamu.portail.phone.PhoneService;
import fr.sisamu.portail.profile.Profile;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.web.security.CurrentAgent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Behind {@code bandeau.xhtml}: who, as what, where, on which phone, and how they came in. */
@Named
@RequestScoped
public class BandeauPage {

    /** What the band says of the phone; each has its sentence {@code bandeau.phone.<name>}. */
    public enum PhoneState {
        LINKED,
        /** Held, but the telephone system has not taken the login. */
        HANDSET,
        NONE,
        NOT_NEEDED
    }

    @Inject
    CurrentAgent agent;

    @Inject
    PhoneService phones;

    @Inject
    FirstLoginService firstLogins;

    private Optional<LinkedPhone> phone;
    private FirstLogin firstLogin;

    @PostConstruct
    void look() {
        phone = phones.linkedTo(getSession().id());
    }

    /** What is left of the first login: the bandeau lists it until it is done. */
    public FirstLogin getFirstLogin() {
        if (firstLogin == null) {
            firstLogin = firstLogins.of(getSession().account());
        }
        return firstLogin;
    }

    public WorkSession getSession() {
        return agent.requireSession();
    }

    /** Present, for the step filter lets nobody through without a profile. */
    public Profile getProfile() {
        return getSession().profile().orElseThrow();
    }

    public boolean isPhoneNeeded() {
        return getProfile().needsPhone();
    }

    /** The number of the linked phone, or null. */
    public String getPhoneNumber() {
        return phone.map(LinkedPhone::number).orElse(null);
    }

    public PhoneState getPhoneState() {
        if (phone.isPresent()) {
            return phone.get().onSwitch() ? PhoneState.LINKED : PhoneState.HANDSET;
        }
        return isPhoneNeeded() ? PhoneState.NONE : PhoneState.NOT_NEEDED;
    }
}

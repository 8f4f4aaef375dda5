package fr.sisamu.portail.web.profile;

import fr.sisamu.portail.phone.PhoneService;
import fr.sisamu.portail.profile.Profile;
import fr.sisamu.portail.profile.ProfileService;
import fr.sisamu.portail.session.ProfileChoice;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.unit.Unit;
import fr.sisamu.portail.web.body.Fields;
import fr.sisamu.portail.web.page.Language;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.security.CurrentAgent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;

/** Behind {@code profile.xhtml}: the profiles valid today, by unit, the one chosen last first. */
@Named
@RequestScoped
public class ProfilePage {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentAgent agent;

    @Inject
    ProfileService profiles;

    @Inject
    WorkSessionService sessions;

    @Inject
    PhoneService phones;

    @Inject
    Language language;

    @Inject
    Redirect redirect;

    private List<Profile> choices;
    private String refusal;

    /** Runs before the page is rendered: a choice already made is only asked again by whoever wants to change it. */
    public void enter() {
        boolean asked = FacesContext.getCurrentInstance().isPostback() || isChange();
        if (!asked && session().profile().isPresent()) {
            redirect.to("/next");
        }
    }

    /** « Valider »: chooses, and goes on to the next missing step. */
    public void choose() {
        WorkSession before = session();
        String chosen = Fields.of(request).first("profile");
        if (chosen == null || !chosen.matches("\\d{1,18}")) {
            refusal = "profile.refused.NONE_CHOSEN";
            return;
        }
        long id = Long.parseLong(chosen);
        if (sessions.chooseProfile(before.id(), id) == ProfileChoice.NOT_AVAILABLE) {
            refusal = "profile.refused.NOT_AVAILABLE";
            return;
        }
        releasePhoneLeftBehind(before, id);
        redirect.to("/next");
    }

    /** A phone belongs to a unit: it does not follow its holder into another, nor into a function without phone. */
    private void releasePhoneLeftBehind(WorkSession before, long chosen) {
        Optional<Unit> phoneUnit = profiles.findValid(before.account().id(), chosen)
                .filter(Profile::needsPhone)
                .map(Profile::unit);
        if (!phoneUnit.equals(before.profile().map(Profile::unit))) {
            phones.release(before.id());
        }
    }

    public List<UnitProfiles> getUnits() {
        return UnitProfiles.group(choices());
    }

    /** The choice proposed: the present one, else the last one. */
    public long getProposed() {
        return session()
                .profile()
                .map(Profile::id)
                .orElseGet(() -> choices().get(0).id());
    }

    /** The last day of a profile that has one, in the manner of the language. */
    public String lastDay(Profile profile) {
        DateTimeFormatter manner =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.getLocale());
        return profile.validUntil().map(manner::format).orElse("");
    }

    /** Whether the person came from the bandeau and may go back there without choosing. */
    public boolean isReturnable() {
        return session().profile().isPresent();
    }

    /** Message key of the refusal to show, or null. */
    public String getRefusal() {
        return refusal;
    }

    public String getAgentName() {
        return session().account().displayName();
    }

    private boolean isChange() {
        return "1".equals(Fields.of(request).first("change"));
    }

    private List<Profile> choices() {
        if (choices == null) {
            choices = sessions.choices(session());
        }
        return choices;
    }

    private WorkSession session() {
        return agent.requireSession();
    }
}

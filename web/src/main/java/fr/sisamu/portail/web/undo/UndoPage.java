package fr.sisamu.portail.web.undo;

import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.otp.UndoService;
import fr.sisamu.portail.otp.UndoService.Undo;
import fr.sisamu.portail.web.page.Language;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Behind {@code undo.xhtml}: opened by the link of a notice, or with its code typed, it shows what would be undone; its button
 * undoes it. Whoever fetches links for somebody, as mail servers do, changes nothing.
 */
@Named
@RequestScoped
public class UndoPage {

    private static final String SECRET = "s";

    @Inject
    HttpServletRequest request;

    @Inject
    Typed typed;

    @Inject
    UndoService undos;

    @Inject
    Language language;

    @Inject
    Clock clock;

    private Undo result;

    /** Runs before the page is rendered. */
    public void enter() {
        if (!FacesContext.getCurrentInstance().isPostback() && !getSecret().isEmpty()) {
            result = undos.look(getSecret(), request.getRemoteAddr());
        }
    }

    /** « Annuler ce changement ». */
    public void undo() {
        result = undos.undo(getSecret(), request.getRemoteAddr(), language.getLocale());
    }

    /** What the form hands back; empty where nothing was clicked or typed. */
    public String getSecret() {
        return typed.in(SECRET);
    }

    /** What can be undone, or null. Also while its form is read, else Faces would not hear its button. */
    public Undo.Open getOpen() {
        return result instanceof Undo.Open open ? open : null;
    }

    /** Whether the form that undoes is there, or being read. */
    public boolean isAsking() {
        return getOpen() != null
                || (result == null && FacesContext.getCurrentInstance().isPostback());
    }

    /** What was undone, or null. */
    public Undo.Done getDone() {
        return result instanceof Undo.Done done ? done : null;
    }

    /** Message key of what stands in the way, or null. */
    public String getProblem() {
        if (result instanceof Undo.Gone) {
            return "undo.gone";
        }
        return result instanceof Undo.Delayed ? "undo.delayed" : null;
    }

    /** Seconds to wait, for the refusal that names them. */
    public long getSeconds() {
        return result instanceof Undo.Delayed delayed
                ? Math.max(1, Duration.between(clock.instant(), delayed.until()).toSeconds() + 1)
                : 0;
    }

    /** What to read out on the phone; null where nothing was traced. */
    public SupportCode getSupportCode() {
        Optional<SupportCode> code = result instanceof Undo.Gone gone
                ? Optional.of(gone.supportCode())
                : Optional.ofNullable(getDone()).map(Undo.Done::supportCode);
        return code.orElse(null);
    }
}

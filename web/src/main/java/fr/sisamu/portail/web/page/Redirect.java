package fr.sisamu.portail.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;

/** Ends a Faces request with a 303 to another page, so that reload and « back » repeat nothing. */
@ApplicationScoped
public class Redirect {

    public void to(String location) {
        FacesContext faces = FacesContext.getCurrentInstance();
        Answers.seeOther((HttpServletResponse) faces.getExternalContext().getResponse(), location);
        faces.responseComplete();
    }

    public void to(String page, Note.Kind note) {
        to(page + (page.contains("?") ? "&" : "?") + "note=" + note);
    }
}

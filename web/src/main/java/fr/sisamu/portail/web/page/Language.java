package fr.sisamu.portail.web.page;

import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The language of this request's page: the choice kept on this post, else the browser's wish, else French. It asks
 * nothing but the request, so that it also serves when the database is down.
 */
@Named
@RequestScoped
public class Language {

    public static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

    private static final String PAGE_ERROR = "/error.xhtml";

    @Inject
    HttpServletRequest request;

    public Locale getLocale() {
        return of(PortalCookie.LANGUAGE.read(request), wishes());
    }

    /** The tag for {@code <html lang>}. */
    public String getTag() {
        return getLocale().getLanguage();
    }

    /** The tag of the language that the switch offers. */
    public String getOtherTag() {
        return getLocale().equals(Locale.FRENCH) ? "en" : "fr";
    }

    /** Where the switch comes back to: this page with its query, or from an error page the next step. */
    public String getBack() {
        String page = request.getServletPath();
        if (page.equals(PAGE_ERROR)) {
            return "/next";
        }
        String query = request.getQueryString();
        String whole = query == null ? page : page + "?" + query;
        return LanguageServlet.pageOf(whole).equals(whole) ? whole : page; // a search is begun anew
    }

    static Locale of(Optional<String> kept, List<Locale> wishes) {
        return kept.map(Locale::forLanguageTag)
                .or(() -> wishes.stream()
                        .map(wish -> Locale.forLanguageTag(wish.getLanguage()))
                        .filter(SPOKEN::contains)
                        .findFirst())
                .orElse(Locale.FRENCH);
    }

    /** Without the header the container would name the server's own locale, which nobody asked for. */
    private List<Locale> wishes() {
        return request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
    }
}

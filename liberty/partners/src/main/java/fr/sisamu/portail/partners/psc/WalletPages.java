package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages of the login in the browser. */
final class WalletPages {

    private final Personae personae;

    WalletPages(Personae personae) {
        this.personae = personae;
    }

    /** Who are you? */
    HTTPResponse who(String request, Optional<String> unknown) {
        String alert = unknown.map(typed -> "<p role=\"alert\" class=\"alert\">Aucune e-CPS pour l’identifiant «\u202f"
                        + Page.escaped(typed) + "\u202f».</p>")
                .orElse("");
        String typing = Page.form(
                PscSettings.WALLET + "identify",
                Page.hidden("request", request)
                        + "<label for=\"identifier\">Identifiant national (RPPS, ADELI ou numéro de carte)</label>"
                        + "<input id=\"identifier\" name=\"identifier\" required maxlength=\"64\" autocomplete=\"off\">"
                        + "<button class=\"first\">Continuer</button>");
        String choosing = Page.form(
                PscSettings.WALLET + "identify",
                Page.hidden("request", request) + "<ul>"
                        + personae.all().stream().map(WalletPages::choice).collect(Collectors.joining()) + "</ul>");
        return Page.of(
                HTTPResponse.SC_OK,
                "Se connecter avec l’e-CPS",
                "<p>Le service «\u202fPortail SI-SAMU\u202f» demande à vous identifier.</p>" + alert + typing
                        + "<h2>Ou choisir une personne de la démonstration</h2>" + choosing);
    }

    private static String choice(Persona persona) {
        return "<li>" + Page.button("identifier", persona.login(), persona.fullName()) + " "
                + Page.escaped(persona.login()) + ", " + Page.escaped(persona.note()) + "</li>";
    }

    /** What the telephone shows. */
    static HTTPResponse approve(String request, Persona persona) {
        return Page.of(
                HTTPResponse.SC_OK,
                "Confirmer sur l’e-CPS",
                "<p>Une demande est arrivée sur l’e-CPS de <strong>" + Page.escaped(persona.fullName())
                        + "</strong> pour le service «\u202fPortail SI-SAMU\u202f». Cette page joue le téléphone.</p>"
                        + Page.form(
                                PscSettings.WALLET + "decide", Page.hidden("request", request) + Decision.buttons()));
    }

    static HTTPResponse refused(String why) {
        return Page.of(
                HTTPResponse.SC_BAD_REQUEST,
                "Demande refusée",
                "<p role=\"alert\" class=\"alert\">" + Page.escaped(why) + "</p>");
    }

    static HTTPResponse tooLate() {
        return Page.of(
                HTTPResponse.SC_BAD_REQUEST,
                "Demande expirée",
                "<p>Cette demande a déjà reçu une réponse, ou elle a expiré. Retournez au service et recommencez.</p>");
    }
}

package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The login in the browser: who are you, approve on your e-CPS, back to the client. */
final class Wallet {

    /** As Keycloak tells of a login that took too long. */
    private static final ErrorObject EXPIRED =
            OAuth2Error.TEMPORARILY_UNAVAILABLE.setDescription("authentication_expired");

    private record Asked(AuthenticationRequest request, Optional<Persona> persona) {}

    private final RegisteredClient client;
    private final Personae personae;
    private final SingleSignOn signOn;
    private final RedirectBack back;
    private final WalletPages pages;
    private final Expiring<Asked> waiting;

    Wallet(RegisteredClient client, Personae personae, SingleSignOn signOn, RedirectBack back, Clock clock) {
        this.client = client;
        this.personae = personae;
        this.signOn = signOn;
        this.back = back;
        this.pages = new WalletPages(personae);
        this.waiting = new Expiring<>(clock, Duration.ofMinutes(10));
    }

    /** {@code GET /wallet/auth}, the authorization endpoint. */
    HTTPResponse start(HTTPRequest request) {
        String redirect = Parameters.query(request, "redirect_uri").orElse("");
        if (!Parameters.query(request, "client_id")
                        .orElse("")
                        .equals(client.id().getValue())
                || !redirect.equals(client.redirect().toString())) {
            return WalletPages.refused("Ce service ou son adresse de retour n’est pas enregistré.");
        }
        try {
            return start(request, AuthenticationRequest.parse(request));
        } catch (ParseException e) {
            return WalletPages.refused("La demande du service est incomplète\u202f: " + e.getMessage());
        }
    }

    private HTTPResponse start(HTTPRequest request, AuthenticationRequest asked) {
        Optional<ErrorObject> refusal = AuthorizationRules.refusal(asked);
        if (refusal.isPresent()) {
            return back.withError(asked, refusal.get());
        }
        Optional<Login> known = signOn.current(request).filter(login -> suffices(login, asked));
        if (known.isPresent()) {
            return back.withCode(asked, known.get());
        }
        if (prompts(asked, Prompt.Type.NONE)) {
            return back.withError(asked, OIDCError.LOGIN_REQUIRED);
        }
        return pages.who(waiting.add(new Asked(asked, Optional.empty())), Optional.empty());
    }

    /** {@code POST /wallet/identify}: somebody said who they are. */
    HTTPResponse identify(HTTPRequest request) throws ParseException {
        String key = Parameters.required(request, "request");
        String typed = Parameters.required(request, "identifier").strip();
        Optional<Asked> asked = waiting.find(key);
        if (asked.isEmpty()) {
            return WalletPages.tooLate();
        }
        Optional<Persona> persona = personae.find(typed);
        if (persona.isEmpty()) {
            return pages.who(key, Optional.of(typed));
        }
        waiting.put(key, new Asked(asked.get().request(), persona));
        return WalletPages.approve(key, persona.get());
    }

    /** {@code POST /wallet/decide}: the telephone has answered, or has not. */
    HTTPResponse decide(HTTPRequest request) throws GeneralException {
        Decision decision = Decision.of(request);
        Optional<Asked> asked = waiting.take(Parameters.required(request, "request"))
                .filter(found -> found.persona().isPresent());
        if (asked.isEmpty()) {
            return WalletPages.tooLate();
        }
        AuthenticationRequest answered = asked.get().request();
        return switch (decision) {
            case APPROVE -> {
                Login login = signOn.open(
                        asked.get().persona().orElseThrow(), AuthorizationRules.level(answered.getACRValues()));
                HTTPResponse answer = back.withCode(answered, login);
                SingleSignOn.remember(answer, login);
                yield answer;
            }
            case REFUSE -> back.withError(answered, OAuth2Error.ACCESS_DENIED);
            case EXPIRE -> back.withError(answered, EXPIRED);
        };
    }

    /** Whoever approved for this level need not approve again, unless the client wants them to. */
    private static boolean suffices(Login login, AuthenticationRequest asked) {
        return login.acr().equals(AuthorizationRules.level(asked.getACRValues())) && !prompts(asked, Prompt.Type.LOGIN);
    }

    private static boolean prompts(AuthenticationRequest asked, Prompt.Type type) {
        return asked.getPrompt() != null && asked.getPrompt().contains(type);
    }
}

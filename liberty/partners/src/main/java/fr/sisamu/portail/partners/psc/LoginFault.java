package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.OIDCError;
import java.util.Optional;

/** One way in which the protocol goes wrong: what a relying party must see through, or be told. */
enum LoginFault {
    WRONG_STATE(Stage.REDIRECT, "revient avec un autre «\u202fstate\u202f»"),
    MISSING_STATE(Stage.REDIRECT, "revient sans «\u202fstate\u202f»"),
    WRONG_CODE(Stage.REDIRECT, "revient avec un code jamais émis"),
    OTHER_ISSUER(Stage.REDIRECT, "revient au nom d’un autre fournisseur (mix-up)"),
    MISSING_ISSUER(Stage.REDIRECT, "revient sans dire de qui («\u202fiss\u202f»)"),
    REDIRECT_INVALID_REQUEST(Stage.REDIRECT, OAuth2Error.INVALID_REQUEST),
    REDIRECT_UNAUTHORIZED_CLIENT(Stage.REDIRECT, OAuth2Error.UNAUTHORIZED_CLIENT),
    REDIRECT_ACCESS_DENIED(Stage.REDIRECT, OAuth2Error.ACCESS_DENIED),
    REDIRECT_UNSUPPORTED_RESPONSE_TYPE(Stage.REDIRECT, OAuth2Error.UNSUPPORTED_RESPONSE_TYPE),
    REDIRECT_INVALID_SCOPE(Stage.REDIRECT, OAuth2Error.INVALID_SCOPE),
    REDIRECT_SERVER_ERROR(Stage.REDIRECT, OAuth2Error.SERVER_ERROR),
    REDIRECT_TEMPORARILY_UNAVAILABLE(Stage.REDIRECT, OAuth2Error.TEMPORARILY_UNAVAILABLE),
    REDIRECT_LOGIN_REQUIRED(Stage.REDIRECT, OIDCError.LOGIN_REQUIRED),
    REDIRECT_UNHEARD_OF(Stage.REDIRECT, new ErrorObject("unheard_of")),

    TOKEN_INVALID_REQUEST(Stage.TOKEN_ERROR, OAuth2Error.INVALID_REQUEST),
    TOKEN_INVALID_CLIENT(Stage.TOKEN_ERROR, OAuth2Error.INVALID_CLIENT),
    TOKEN_INVALID_GRANT(Stage.TOKEN_ERROR, OAuth2Error.INVALID_GRANT),
    TOKEN_UNAUTHORIZED_CLIENT(Stage.TOKEN_ERROR, OAuth2Error.UNAUTHORIZED_CLIENT),
    TOKEN_UNSUPPORTED_GRANT_TYPE(Stage.TOKEN_ERROR, OAuth2Error.UNSUPPORTED_GRANT_TYPE),
    TOKEN_INVALID_SCOPE(Stage.TOKEN_ERROR, OAuth2Error.INVALID_SCOPE),

    WRONG_NONCE(Stage.ID_TOKEN, "jeton avec un autre «\u202fnonce\u202f»"),
    MISSING_NONCE(Stage.ID_TOKEN, "jeton sans «\u202fnonce\u202f»"),
    WRONG_ISSUER(Stage.ID_TOKEN, "jeton d’un autre émetteur"),
    WRONG_AUDIENCE(Stage.ID_TOKEN, "jeton pour un autre client"),
    SEVERAL_AUDIENCES(Stage.ID_TOKEN, "jeton pour plusieurs clients, sans «\u202fazp\u202f»"),
    WRONG_AZP(Stage.ID_TOKEN, "jeton remis à un autre client («\u202fazp\u202f»)"),
    ALGORITHM_NONE(Stage.ID_TOKEN, "jeton sans signature («\u202fnone\u202f»)"),
    ALGORITHM_HS256(Stage.ID_TOKEN, "jeton signé par le secret du client (HS256)"),
    EXPIRED(Stage.ID_TOKEN, "jeton périmé depuis une heure"),
    ISSUED_IN_FUTURE(Stage.ID_TOKEN, "jeton émis dans une heure («\u202fiat\u202f»)"),
    NOT_YET_VALID(Stage.ID_TOKEN, "jeton valable dans une heure («\u202fnbf\u202f»)"),
    CLOCK_AHEAD(Stage.ID_TOKEN, "horloge en avance de cinq minutes"),
    CLOCK_BEHIND(Stage.ID_TOKEN, "horloge en retard de cinq minutes"),
    UNKNOWN_KEY(Stage.ID_TOKEN, "jeton signé par une clé non publiée"),
    BAD_SIGNATURE(Stage.ID_TOKEN, "jeton à la signature fausse"),
    LOWER_ACR(Stage.ID_TOKEN, "niveau plus bas que demandé («\u202facr\u202f»)"),
    MISSING_ACR(Stage.ID_TOKEN, "niveau absent («\u202facr\u202f»)"),
    WRONG_ACCESS_TOKEN_HASH(Stage.ID_TOKEN, "empreinte d’un autre jeton d’accès («\u202fat_hash\u202f»)"),
    OLD_LOGIN(Stage.ID_TOKEN, "jeton d’une connexion d’il y a une heure («\u202fauth_time\u202f»)"),
    MISSING_SUBJECT(Stage.ID_TOKEN, "jeton sans titulaire («\u202fsub\u202f»)"),
    MISSING_ID_TOKEN(Stage.ID_TOKEN, "réponse sans jeton d’identité"),

    USERINFO_OTHER_SUBJECT(Stage.USERINFO, "userinfo d’une autre personne"),
    USERINFO_MISSING_SUBJECT(Stage.USERINFO, "userinfo sans «\u202fsub\u202f»"),
    USERINFO_INVALID_TOKEN(Stage.USERINFO, "userinfo refuse le jeton d’accès"),
    USERINFO_BAD_SIGNATURE(Stage.USERINFO, "userinfo signé, à la signature fausse"),
    USERINFO_OTHER_AUDIENCE(Stage.USERINFO, "userinfo signé, pour un autre client"),
    USERINFO_ALGORITHM_NONE(Stage.USERINFO, "userinfo en jeton sans signature"),
    USERINFO_NO_IDENTIFIER(Stage.USERINFO, "userinfo sans aucun identifiant national");

    private final Stage stage;
    private final String words;
    private final String error;
    private final int status;

    LoginFault(Stage stage, String words) {
        this.stage = stage;
        this.words = words;
        this.error = "";
        this.status = 0;
    }

    LoginFault(Stage stage, ErrorObject error) {
        this.stage = stage;
        this.words = (stage == Stage.REDIRECT ? "revient avec l’erreur «\u202f" : "refuse l’échange\u202f: «\u202f")
                + error.getCode() + "\u202f»";
        this.error = error.getCode();
        this.status = error.getHTTPStatusCode();
    }

    Stage stage() {
        return stage;
    }

    String words() {
        return words;
    }

    /** The error of RFC 6749 §4.1.2.1 or §5.2 that it answers, when it answers one. */
    Optional<ErrorObject> error() {
        return Optional.of(error)
                .filter(code -> !code.isEmpty())
                .map(code -> new ErrorObject(code, "simulated fault", status));
    }
}

package fr.sisamu.portail.adapter.oidc;

import static fr.sisamu.portail.adapter.oidc.ProofRefused.untrusted;

import fr.sisamu.portail.adapter.oidc.IdTokenRules.Asked;
import fr.sisamu.portail.adapter.oidc.IdTokenRules.Believed;
import fr.sisamu.portail.adapter.oidc.TokenEndpoint.Tokens;
import fr.sisamu.portail.prosanteconnect.Proof;
import fr.sisamu.portail.prosanteconnect.ProviderSession;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import java.util.Optional;

/** From tokens to the holder: the ID token proves that it was now and for us, userinfo says who. */
record Identification(IdTokenRules idTokens, UserinfoEndpoint userinfo) {

    Proof proof(Tokens tokens, Asked asked) throws ProofRefused, ProviderUnavailableException {
        Believed token = idTokens.believed(tokens.idToken(), tokens.accessToken(), asked);
        Optional<String> stale = idTokens.stale(token, asked);
        return stale.isPresent() ? new Proof.LeftOpen(tokens.idToken(), stale.get()) : holder(tokens, token);
    }

    private Proof.Holder holder(Tokens tokens, Believed token) throws ProofRefused, ProviderUnavailableException {
        HolderClaims who = HolderClaims.of(userinfo.claims(tokens.accessToken(), token.subject()));
        Optional<String> alsoNamed = TokenRules.text(token.claims(), "SubjectNameID");
        if (alsoNamed.isPresent() && !alsoNamed.get().equals(who.subject().value())) {
            throw untrusted("userinfo and ID token name different holders (SubjectNameID)");
        }
        return new Proof.Holder(
                who.subject(),
                who.all(),
                who.givenName(),
                who.familyName(),
                token.level(),
                IdTokenRules.authenticatedAt(token),
                new ProviderSession(tokens.idToken(), token.subject(), TokenRules.text(token.claims(), "sid")));
    }
}

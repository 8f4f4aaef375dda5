package fr.sisamu.portail.web.directory;

import fr.sisamu.portail.directory.MachineToken;
import fr.sisamu.portail.directory.MachineTokenService;
import fr.sisamu.portail.directory.TokenCreation;
import fr.sisamu.portail.directory.TokenScope;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.web.administration.CurrentRights;
import fr.sisamu.portail.web.administration.Place;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import fr.sisamu.portail.web.security.ProofIntent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;

/** The tokens of machines, on {@code administration/import.xhtml}. A new one is shown once, in answer to the form. */
@Named
@RequestScoped
public class MachineTokensPage {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    MachineTokenService tokens;

    @Inject
    Redirect redirect;

    @Inject
    Clock clock;

    private TokenCreation creation;
    private List<MachineToken> all;

    public List<MachineToken> getAll() {
        if (all == null) {
            all = tokens.all(rights.get());
        }
        return all;
    }

    public List<TokenScope> getScopes() {
        return List.of(TokenScope.values());
    }

    /** Whether this agent may make and revoke them. */
    public boolean isChangeable() {
        return rights.get().may(Duty.CHANGE_ROLES);
    }

    /** Message key of how a token stands. */
    public String state(MachineToken token) {
        if (token.revokedAt().isPresent()) {
            return "import.token.revoked";
        }
        return token.isGood(clock.instant()) ? "import.token.good" : "import.token.expired";
    }

    public void create() {
        int days = typed.number("days")
                .filter(asked -> asked <= 100_000)
                .orElse(0L)
                .intValue();
        TokenScope scope = typed.in("scope").equals(TokenScope.SCIM.name()) ? TokenScope.SCIM : TokenScope.IMPORT;
        creation = tokens.create(rights.get(), typed.in("name"), scope, days);
        all = null;
        if (creation.outcome() == TokenCreation.Outcome.PROOF_TOO_OLD) {
            redirect.to(ProofIntent.to(ProofIntent.Page.IMPORT).proofAddress());
        }
    }

    public void revoke() {
        typed.number("token").ifPresent(id -> tokens.revoke(rights.get(), id));
        redirect.to(Place.IMPORT.getPath());
    }

    /** The secret just made, or null. */
    public String getSecret() {
        return creation == null ? null : creation.secret().orElse(null);
    }

    /** Message key of why none was made, or null. */
    public String getProblem() {
        return creation == null || creation.secret().isPresent() ? null : "import.token.refused." + creation.outcome();
    }
}

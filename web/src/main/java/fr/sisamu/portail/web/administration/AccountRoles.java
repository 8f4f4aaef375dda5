package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.role.HeldRole;
import fr.sisamu.portail.role.Role;
import fr.sisamu.portail.role.RoleChange;
import fr.sisamu.portail.role.RoleService;
import fr.sisamu.portail.unit.UnitName;
import fr.sisamu.portail.web.page.Note;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The roles of the account in view. */
@Named
@RequestScoped
public class AccountRoles {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    AccountInView account;

    @Inject
    RoleService roles;

    @Inject
    Redirect redirect;

    private List<HeldRole> held;
    private RoleChange problem;

    /** A role without a unit drops the unit that the form happens to send. */
    public void grant() {
        after(role().map(role -> roles.grant(
                rights.get(), account.id(), role, role.ofUnit() ? typed.number("unit") : Optional.empty())));
    }

    public void revoke() {
        after(role().map(role -> roles.revoke(rights.get(), account.id(), role, typed.number("unit"))));
    }

    private Optional<Role> role() {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(typed.in("role")))
                .findFirst();
    }

    private void after(Optional<RoleChange> change) {
        if (change.equals(Optional.of(RoleChange.PROOF_TOO_OLD))) {
            redirect.to(account.proofAddress());
            return;
        }
        problem = change.filter(what ->
                        what != RoleChange.GRANTED && what != RoleChange.REVOKED && what != RoleChange.UNCHANGED)
                .orElse(null);
        if (problem == null) {
            redirect.to(account.address(), Note.Kind.SAVED);
        }
    }

    public List<HeldRole> getHeld() {
        if (held == null) {
            held = roles.of(rights.get(), account.id());
        }
        return held;
    }

    /** The unit of a role; nothing for one that holds everywhere. */
    public String unitName(HeldRole role) {
        return role.unit().map(UnitName::name).orElse("");
    }

    public String unitId(HeldRole role) {
        return role.unit().map(unit -> Long.toString(unit.id())).orElse("");
    }

    public List<Role> getAll() {
        return List.of(Role.values());
    }

    /** Message key of what went wrong, or null. */
    public String getProblem() {
        return problem == null ? null : "administration.role.refused." + problem;
    }
}

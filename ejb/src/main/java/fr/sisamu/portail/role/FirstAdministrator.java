package fr.sisamu.portail.role;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountRegister;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.account.NewAccount;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Opens a new portal, or one whose administrators have all gone: the holder of the card that the setting names becomes
 * administrator, with an account made from the card if need be, while there is no other.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstAdministrator {

    @Inject
    AccountService accounts;

    @Inject
    AccountRegister register;

    @Inject
    RoleStore roles;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperties
    AdministrationSettings settings;

    /**
     * Appoints the holder of a card that every rule has accepted, if it is the one awaited.
     *
     * @param code the support code of this showing of the card
     * @return whether the holder became administrator just now
     */
    public boolean appoint(NationalIdentifier identifier, String givenName, String familyName, SupportCode code) {
        boolean awaited = settings.firstCard.map(String::strip).equals(Optional.of(identifier.value()));
        if (!awaited || !roles.holders(Role.ADMINISTRATOR).isEmpty()) {
            return false;
        }
        Optional<Account> known = accounts.find(identifier);
        AccountId account = known.map(Account::id)
                .or(() -> register.create(new NewAccount(givenName, familyName, Optional.of(identifier))))
                .or(() -> accounts.find(identifier).map(Account::id)) // another node was first between the two
                .orElseThrow();
        boolean appointed = roles.add(account, Role.ADMINISTRATOR, Optional.empty(), clock.instant());
        if (appointed) {
            trail.record(Trace.of(TraceKind.ROLE_CHANGED, "FIRST_ADMINISTRATOR")
                    .code(code)
                    .account(account.value())
                    .identifier(identifier.value())
                    .detail("by setting; account " + (known.isPresent() ? "known" : "made from the card")));
        }
        return appointed;
    }
}

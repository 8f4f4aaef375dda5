package fr.sisamu.portail.supervision;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.LoginName;
import fr.sisamu.portail.otp.ChannelService;
import fr.sisamu.portail.otp.OtpChannel;
import fr.sisamu.portail.profile.Profile;
import fr.sisamu.portail.profile.ProfileService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Knows who is of a unit: an open account with a profile there that is valid today. It judges nobody's right. */
@ApplicationScoped
public class UnitAgents {

    @Inject
    AccountService accounts;

    @Inject
    ProfileService profiles;

    @Inject
    ChannelService channels;

    Optional<AgentOfUnit> find(long unitId, String typedLogin) {
        return LoginName.of(typedLogin).flatMap(accounts::find).flatMap(account -> of(unitId, account));
    }

    public Optional<AgentOfUnit> find(long unitId, AccountId id) {
        return accounts.find(id).flatMap(account -> of(unitId, account));
    }

    private Optional<AgentOfUnit> of(long unitId, Account account) {
        if (account.closed()) {
            return Optional.empty();
        }
        return profiles.validFor(account.id()).stream()
                .filter(profile -> profile.unit().id() == unitId)
                .map(Profile::function)
                .findFirst()
                .map(function -> new AgentOfUnit(
                        account,
                        function,
                        channels.of(account.id()).stream().map(OtpChannel::kind).toList()));
    }
}

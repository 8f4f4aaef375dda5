package fr.sisamu.portail.metrics;

import fr.sisamu.portail.phone.DeskPhoneSwitch;
import fr.sisamu.portail.phone.SwitchUnavailableException;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes the time of the telephone system, where there is one. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class TimedDeskPhoneSwitch implements DeskPhoneSwitch {

    @Inject
    @Delegate
    DeskPhoneSwitch telephones;

    @Inject
    PartnerCalls calls;

    @Inject
    @ConfigProperty(name = "portail.cti.url")
    Optional<String> address;

    @Override
    public void login(String unitCode, String number, String agent) throws SwitchUnavailableException {
        timed("login", () -> {
            telephones.login(unitCode, number, agent);
            return true;
        });
    }

    @Override
    public void logout(String unitCode, String number) throws SwitchUnavailableException {
        timed("logout", () -> {
            telephones.logout(unitCode, number);
            return true;
        });
    }

    @Override
    public State state(String unitCode, String number) throws SwitchUnavailableException {
        return timed("state", () -> telephones.state(unitCode, number));
    }

    private <T> T timed(String target, PartnerCalls.Call<T, SwitchUnavailableException> call)
            throws SwitchUnavailableException {
        return address.isEmpty()
                ? call.now()
                : calls.timed(Partner.CTI, target, call, failure -> PartnerCalls.UNAVAILABLE);
    }
}

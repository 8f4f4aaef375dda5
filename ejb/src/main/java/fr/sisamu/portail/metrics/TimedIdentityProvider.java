package fr.sisamu.portail.metrics;

import fr.sisamu.portail.prosanteconnect.Acr;
import fr.sisamu.portail.prosanteconnect.AttemptSecrets;
import fr.sisamu.portail.prosanteconnect.Callback;
import fr.sisamu.portail.prosanteconnect.CibaAnswer;
import fr.sisamu.portail.prosanteconnect.Demand;
import fr.sisamu.portail.prosanteconnect.IdentityProvider;
import fr.sisamu.portail.prosanteconnect.Proof;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Takes the time of Pro Santé Connect, where a person or the probe waits for it. Its other methods pass untouched. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
abstract class TimedIdentityProvider implements IdentityProvider {

    @Inject
    @Delegate
    IdentityProvider provider;

    @Inject
    PartnerCalls calls;

    @Override
    public void refresh() throws ProviderUnavailableException {
        timed("refresh", () -> {
            provider.refresh();
            return true;
        });
    }

    @Override
    public Proof judge(Callback callback, AttemptSecrets secrets, Demand demand) throws ProviderUnavailableException {
        return timed("judge", () -> provider.judge(callback, secrets, demand));
    }

    @Override
    public CibaAnswer ask(String identifier, String digits, Acr level) throws ProviderUnavailableException {
        return timed("ask", () -> provider.ask(identifier, digits, level));
    }

    @Override
    public CibaAnswer poll(String requestId, Acr level) throws ProviderUnavailableException {
        return timed("poll", () -> provider.poll(requestId, level));
    }

    private <T> T timed(String target, PartnerCalls.Call<T, ProviderUnavailableException> call)
            throws ProviderUnavailableException {
        return calls.timed(Partner.PRO_SANTE_CONNECT, target, call, failure -> PartnerCalls.UNAVAILABLE);
    }
}

package fr.sisamu.portail.adapter.oidc;

import fr.sisamu.portail.prosanteconnect.Acr;
import fr.sisamu.portail.prosanteconnect.AttemptSecrets;
import fr.sisamu.portail.prosanteconnect.Callback;
import fr.sisamu.portail.prosanteconnect.CibaAnswer;
import fr.sisamu.portail.prosanteconnect.Demand;
import fr.sisamu.portail.prosanteconnect.IdentityProvider;
import fr.sisamu.portail.prosanteconnect.LogoutNotice;
import fr.sisamu.portail.prosanteconnect.ProSanteConnectSettings;
import fr.sisamu.portail.prosanteconnect.Proof;
import fr.sisamu.portail.prosanteconnect.ProviderUnavailableException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The provider that the settings describe. Settings that contradict one another stop the start; a key or trust file that
 * cannot be read costs this way in alone, and says so in the log and at each login.
 */
@ApplicationScoped
public class OidcIdentityProvider implements IdentityProvider {

    private static final Logger LOG = System.getLogger(OidcIdentityProvider.class.getName());

    @Inject
    @ConfigProperties
    OidcSettings connection;

    @Inject
    @ConfigProperties
    ProSanteConnectSettings settings;

    @Inject
    @ConfigProperty(name = "portail.url")
    URI portal;

    @Inject
    Clock clock;

    private Optional<Provider> provider = Optional.empty();
    private String problem = "Pro Santé Connect is not set (portail.prosanteconnect.client-id)";

    @PostConstruct
    void connect() {
        if (settings.clientId.isEmpty()) {
            return;
        }
        URI issuer = ConnectionRules.checked(connection, settings);
        try {
            provider = Optional.of(Provider.of(connection, settings, issuer, portal, clock));
        } catch (IOException | GeneralSecurityException e) {
            problem = "portail.prosanteconnect.key-store or .trust cannot be used: " + e.getMessage();
            LOG.log(Level.ERROR, "nobody can log in by Pro Santé Connect: " + problem, e);
        }
    }

    private Provider provider() throws ProviderUnavailableException {
        return provider.orElseThrow(() -> new ProviderUnavailableException(problem, null));
    }

    /** Does nothing but be called: contradictory settings have thrown before. */
    @Override
    public void check() {
        // the container has made this bean to get here
    }

    @Override
    public void refresh() throws ProviderUnavailableException {
        provider().refresh();
    }

    @Override
    public URI authorizationAddress(AttemptSecrets secrets, Demand demand) throws ProviderUnavailableException {
        return provider().authorizationAddress(secrets, demand);
    }

    @Override
    public Proof judge(Callback callback, AttemptSecrets secrets, Demand demand) throws ProviderUnavailableException {
        return provider().judge(callback, secrets, demand);
    }

    @Override
    public Optional<URI> logoutAddress(String idToken, String state) throws ProviderUnavailableException {
        return provider().logoutAddress(idToken, state);
    }

    @Override
    public LogoutNotice judgeLogout(String logoutToken) throws ProviderUnavailableException {
        return provider().logoutTokens().judge(logoutToken);
    }

    @Override
    public CibaAnswer ask(String identifier, String digits, Acr level) throws ProviderUnavailableException {
        return provider().ciba().ask(identifier, digits, level);
    }

    @Override
    public CibaAnswer poll(String requestId, Acr level) throws ProviderUnavailableException {
        return provider().ciba().poll(requestId, level);
    }
}

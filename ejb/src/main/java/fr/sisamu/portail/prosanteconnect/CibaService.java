package fr.sisamu.portail.prosanteconnect;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * The e-CPS asked directly (OpenID Connect CIBA Core 1.0, poll mode): the agent types an identifier, page and e-CPS show
 * the same two digits, the page waits. Off unless {@code portail.prosanteconnect.ciba} says otherwise.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CibaService {

    @Inject
    @ConfigProperties
    ProSanteConnectSettings settings;

    public boolean enabled() {
        return settings.clientId.isPresent() && settings.ciba;
    }

    /**
     * Asks the e-CPS of this holder.
     *
     * @param typed an RPPS (11 digits) or a whole national identifier, as typed
     * @param browserSecret the cookie's value, if this browser has one already
     * @param origin the address of the peer, for the trace and against floods
     */
    public CibaStart start(String typed, Optional<String> browserSecret, String origin) {
        throw new UnsupportedOperationException();
    }

    /** How far this browser's request has come; asks the provider at most once per interval, however often it is called. */
    public CibaProgress progress(String browserSecret, String origin) {
        throw new UnsupportedOperationException();
    }

    /** « Annuler »: an answer of the e-CPS counts no more. */
    public void giveUp(String browserSecret) {
        throw new UnsupportedOperationException();
    }
}

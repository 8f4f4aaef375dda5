package fr.sisamu.portail.metrics;

import fr.sisamu.portail.revocation.RevocationListSource;
import fr.sisamu.portail.revocation.RevocationListUnavailableException;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.net.URI;

/** Takes the time of the servers of revocation lists: as many as the settings name. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class TimedRevocationListSource implements RevocationListSource {

    @Inject
    @Delegate
    RevocationListSource source;

    @Inject
    PartnerCalls calls;

    @Override
    public byte[] fetch(URI address, int limit) throws RevocationListUnavailableException {
        return calls.timed(
                Partner.CRL,
                String.valueOf(address.getHost()),
                () -> source.fetch(address, limit),
                failure -> PartnerCalls.UNAVAILABLE);
    }
}

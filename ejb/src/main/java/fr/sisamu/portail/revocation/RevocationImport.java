package fr.sisamu.portail.revocation;

import static fr.sisamu.portail.revocation.ListRefusal.IN_THE_FUTURE;
import static fr.sisamu.portail.revocation.ListRefusal.TOO_BIG;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.revocation.ImportResult.Imported;
import fr.sisamu.portail.revocation.ImportResult.Refused;
import fr.sisamu.portail.revocation.ImportResult.Unchanged;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * The one way in for a list, fetched or handed in by a person: verified before it replaces anything, traced whatever
 * becomes of it. The verification runs outside any transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RevocationImport {

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    @Inject
    RevocationAuthorities authorities;

    @Inject
    ListReplacement replacement;

    @Inject
    RevocationLists lists;

    @Inject
    @ConfigProperties
    RevocationSettings settings;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * Takes a list if it verifies and is newer than what we hold.
     *
     * @param octets DER, or PEM as {@code X509 CRL}
     * @param source where it came from, for the trace: an address or a file
     */
    public ImportResult take(byte[] octets, String source) {
        ImportResult result = judge(octets, source);
        audit.record(traceOf(result).detail(source + ": " + result));
        if (result instanceof Imported) {
            lists.refresh();
        }
        return result;
    }

    private ImportResult judge(byte[] octets, String source) {
        if (octets.length > settings.limit) {
            return new Refused(TOO_BIG, octets.length + " octets");
        }
        try {
            byte[] der = PemList.decoded(octets);
            SignedList list = new SignedListReader(authorities.all()).read(der);
            if (list.thisUpdate().isAfter(clock.instant().plus(CLOCK_SKEW))) {
                return new Refused(IN_THE_FUTURE, "this update " + list.thisUpdate());
            }
            return replacement.replace(list, der, source.substring(0, Math.min(500, source.length())));
        } catch (RefusedListException e) {
            return new Refused(e.reason(), e.getMessage());
        }
    }

    private static Trace traceOf(ImportResult result) {
        if (result instanceof Refused refused) {
            return Trace.of(TraceKind.REVOCATION_LIST, refused.reason().name());
        }
        return Trace.of(TraceKind.REVOCATION_LIST, result instanceof Unchanged ? "UNCHANGED" : "IMPORTED");
    }
}

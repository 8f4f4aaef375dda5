package fr.sisamu.portail.partners.crl;

import fr.sisamu.portail.partners.fault.FaultMode;
import fr.sisamu.portail.partners.igc.Authority;
import fr.sisamu.portail.partners.igc.Card;
import fr.sisamu.portail.partners.igc.DemonstrationPki;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Signs the lists of the authorities in a directory of {@link DemonstrationPki}. A list's number is the second it was
 * made in, so that a later one always has a higher number, across restarts too.
 */
final class RevocationLists {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final List<String> REVOKED = List.of("cps-medecin-revoque", "cpe-arm-revoque");

    private final Path directory;
    private final Clock clock;

    RevocationLists(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** The full list, DER: good for seven days, unless the mode spoils it. */
    byte[] full(String name, FaultMode mode) throws IOException, GeneralSecurityException {
        Authority signer = signer(name, mode);
        Instant made = made(mode);
        return signer.crl(made, made.plus(WEEK), number(made), revoked(signer.certificate()));
    }

    /** What changed since last week's list, DER: completes any full list fetched since. */
    byte[] delta(String name, FaultMode mode) throws IOException, GeneralSecurityException {
        Authority signer = signer(name, mode);
        Instant made = made(mode);
        BigInteger base = number(made.minus(WEEK));
        return signer.deltaCrl(made, made.plus(WEEK), number(made), base, revoked(signer.certificate()));
    }

    /** A forger has the authority's name and the rogue's key: nothing but the signature tells. */
    private Authority signer(String name, FaultMode mode) throws IOException, GeneralSecurityException {
        Card own = authority(name);
        Card key = mode == FaultMode.FORGED ? authority("FAUX-ACI-FO-PP") : own;
        return new Authority(name, own.certificate(), key.privateKey());
    }

    private Card authority(String name) throws IOException, GeneralSecurityException {
        return DemonstrationPki.read(directory.resolve("authorities.p12"), name);
    }

    private Instant made(FaultMode mode) {
        Instant now = clock.instant();
        return mode == FaultMode.STALE ? now.minus(WEEK.multipliedBy(4)) : now.minusSeconds(60);
    }

    private static BigInteger number(Instant made) {
        return BigInteger.valueOf(made.getEpochSecond());
    }

    /** The serial numbers of this authority's revoked cards. */
    private List<BigInteger> revoked(X509Certificate authority) throws IOException, GeneralSecurityException {
        List<BigInteger> serials = new ArrayList<>();
        for (String name : REVOKED) {
            Path file = directory.resolve("cards").resolve(name + ".p12");
            X509Certificate card = DemonstrationPki.read(file, name).certificate();
            if (card.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
                serials.add(card.getSerialNumber());
            }
        }
        return serials;
    }
}

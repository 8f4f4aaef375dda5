package fr.sisamu.portail.otp;

import java.time.Instant;
import java.util.Optional;

/**
 * Why no code was sent to an address.
 *
 * @param again from when on it is possible, where time alone helps
 */
public record TestRefusal(ChannelRefusal reason, Optional<Instant> again) {

    static TestRefusal of(ChannelRefusal reason) {
        return new TestRefusal(reason, Optional.empty());
    }
}

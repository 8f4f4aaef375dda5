package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.audit.SupportCode;
import java.net.URI;

/** A click on « Pro Santé Connect ». */
public sealed interface Departure {

    /**
     * The browser goes to the provider.
     *
     * @param address of the provider's page, with the whole request; answer 303, and let nobody keep it
     * @param browserSecret 256 random bits, base64url; kept in an HttpOnly cookie that a return from another site brings
     *     (SameSite=Lax). One for each browser, whatever the number of its tabs
     */
    record To(URI address, String browserSecret) implements Departure {

        @Override
        public String toString() {
            return "To[…]";
        }
    }

    /** The provider's addresses cannot be known now. */
    record Refused(PscRefusal reason, SupportCode supportCode) implements Departure {}
}

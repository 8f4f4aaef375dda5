package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.audit.SupportCode;
import java.time.Instant;

/** What became of an identifier typed on the page that asks an e-CPS. */
public sealed interface CibaStart {

    /**
     * The e-CPS was asked; the page waits.
     *
     * @param browserSecret as in {@link Departure.To}
     * @param digits two digits that the page shows and the e-CPS too
     * @param expires when the request ends by itself
     */
    record Asked(String browserSecret, String digits, Instant expires) implements CibaStart {

        @Override
        public String toString() {
            return "Asked[…]";
        }
    }

    /** Not an identifier: to be typed again. Nothing was asked, nothing traced. */
    record Malformed() implements CibaStart {}

    record Refused(PscRefusal reason, SupportCode supportCode) implements CibaStart {}
}

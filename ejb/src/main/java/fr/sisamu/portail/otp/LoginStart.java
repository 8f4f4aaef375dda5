package fr.sisamu.portail.otp;

import java.time.Instant;

/** What became of an identifier and a password. */
public sealed interface LoginStart {

    /** Right: a code is on its way, and the browser keeps this secret, by which it is asked for it. */
    record Started(String browserSecret) implements LoginStart {

        @Override
        public String toString() {
            return "Started[…]";
        }
    }

    record Refused(Reason reason) implements LoginStart {}

    /** Too many tries: from this instant on another one is looked at. */
    record Delayed(Instant until) implements LoginStart {}

    /** Each has its words {@code otp.login.refused.<name>}. All but WRONG are told to whoever knows the password only. */
    enum Reason {
        /** The identifier or the password: nobody is told which. */
        WRONG,
        /** No verified channel that this login may use. */
        NO_CHANNEL,
        /** The channel that replaced a forgotten password gives no code yet, and there is no other. */
        RECOVERED_LATELY,
        /** No unit of this person lets a code in. */
        NOT_ALLOWED,
        /** This person must have come by card once. */
        FIRST_LOGIN_BY_CARD,
        TOO_MANY_CODES
    }
}

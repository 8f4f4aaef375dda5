package fr.sisamu.portail.partners.psc;

import java.util.Optional;

/** The fault of the next login, or of the next few. A login takes it where it shows. */
final class LoginFaults {

    private LoginFault fault;
    private int times;

    synchronized void set(LoginFault value, int howOften) {
        fault = value;
        times = howOften;
    }

    synchronized void clear() {
        fault = null;
        times = 0;
    }

    synchronized Optional<LoginFault> waiting() {
        return Optional.ofNullable(fault);
    }

    /** The fault, if it shows at this stage. */
    synchronized Optional<LoginFault> take(Stage stage) {
        if (fault == null || fault.stage() != stage) {
            return Optional.empty();
        }
        LoginFault taken = fault;
        times--;
        if (times <= 0) {
            clear();
        }
        return Optional.of(taken);
    }
}

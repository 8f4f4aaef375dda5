package fr.sisamu.portail.role;

import jakarta.ejb.ApplicationException;
import java.util.Optional;

/**
 * A service of administration was asked for what its caller may not do. No page offers that, so it is a forged or stale
 * request rather than a refusal that a service would tell as a value.
 */
@ApplicationException(rollback = true)
public class DutyRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duty duty;

    DutyRefusedException(Duty duty, Actor actor, Optional<Long> unit) {
        super(actor.name() + " may not " + duty
                + unit.map(id -> " in unit " + id).orElse(""));
        this.duty = duty;
    }

    public Duty duty() {
        return duty;
    }
}

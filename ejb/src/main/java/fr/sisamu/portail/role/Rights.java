package fr.sisamu.portail.role;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.WorkSession;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody may do, as of this request. Every duty needs a session opened by card or Pro Santé Connect; the duties of
 * a supervisor hold in the units supervised and nowhere else.
 *
 * @param everywhere the duties held for all units
 * @param inUnits the duties held in {@code units} alone
 * @param fresh whether the person proved a moment ago, by card or an equal of it, that it is them; a machine brings its token each time
 * @param asleep whether a role is held that this session, opened in a weaker way, does not wake
 */
public record Rights(
        Actor actor, Set<Duty> everywhere, Set<Duty> inUnits, Set<Long> units, boolean fresh, boolean asleep) {

    public Rights {
        everywhere = Set.copyOf(everywhere);
        inUnits = Set.copyOf(inUnits);
        units = Set.copyOf(units);
    }

    /** The rights of a person's session, by the roles held. */
    static Rights of(WorkSession session, List<HeldRole> roles, boolean fresh) {
        AccountId account = session.account().id();
        Actor actor = new Actor(session.account().loginName(), Optional.of(account), Optional.of(session.id()));
        if (session.level() != AssuranceLevel.STRONG) {
            return new Rights(actor, Set.of(), Set.of(), Set.of(), fresh, !roles.isEmpty());
        }
        Set<Duty> everywhere = EnumSet.noneOf(Duty.class);
        Set<Duty> inUnits = EnumSet.noneOf(Duty.class);
        Set<Long> units = new HashSet<>();
        for (HeldRole held : roles) {
            (held.unit().isPresent() ? inUnits : everywhere).addAll(held.role().duties());
            held.unit().ifPresent(unit -> units.add(unit.id()));
        }
        return new Rights(actor, everywhere, inUnits, units, fresh, false);
    }

    /** The rights of a machine that has shown a token made for these duties. */
    public static Rights ofToken(String name, Set<Duty> duties) {
        return new Rights(new Actor(name, Optional.empty(), Optional.empty()), duties, Set.of(), Set.of(), true, false);
    }

    /** Whether this may be done everywhere. */
    public boolean may(Duty duty) {
        return everywhere.contains(duty);
    }

    /** Whether this may be done in this unit. */
    public boolean may(Duty duty, long unitId) {
        return may(duty) || (inUnits.contains(duty) && units.contains(unitId));
    }

    /** Whether this may be done somewhere: what decides whether a menu shows it. */
    public boolean maySomewhere(Duty duty) {
        return may(duty) || (inUnits.contains(duty) && !units.isEmpty());
    }

    /** Whether anything may be done at all. */
    public boolean any() {
        return !everywhere.isEmpty() || (!inUnits.isEmpty() && !units.isEmpty());
    }

    /**
     * The door of a service of administration.
     *
     * @throws DutyRefusedException unless this may be done everywhere
     */
    public void demand(Duty duty) {
        if (!may(duty)) {
            throw new DutyRefusedException(duty, actor, Optional.empty());
        }
    }

    /**
     * The door of a service that shows what of its own a caller may choose among.
     *
     * @throws DutyRefusedException unless this may be done somewhere
     */
    public void demandSomewhere(Duty duty) {
        if (!maySomewhere(duty)) {
            throw new DutyRefusedException(duty, actor, Optional.empty());
        }
    }

    /**
     * The door of a service that is about one unit.
     *
     * @throws DutyRefusedException unless this may be done in this unit
     */
    public void demand(Duty duty, long unitId) {
        if (!may(duty, unitId)) {
            throw new DutyRefusedException(duty, actor, Optional.of(unitId));
        }
    }
}

package fr.sisamu.portail.role;

import java.util.Set;

/** What an account may be beside an agent, which everybody is. */
public enum Role {
    /** Of one unit: sees its sessions and helps its agents. */
    SUPERVISOR,
    ADMINISTRATOR,
    /** Reads and changes nothing. */
    AUDITOR;

    /** What this role may do, in its unit if it has one. */
    public Set<Duty> duties() {
        return switch (this) {
            case SUPERVISOR -> Set.of(Duty.SUPERVISE, Duty.OPEN_EMERGENCY_ACCESS, Duty.REVIEW_EMERGENCY_ACCESS);
            case ADMINISTRATOR -> Set.of(Duty.values());
            case AUDITOR -> Set.of(Duty.REVIEW_EMERGENCY_ACCESS, Duty.READ_TRACE);
        };
    }

    /** Whether the role is held for one unit rather than everywhere. */
    public boolean ofUnit() {
        return this == SUPERVISOR;
    }
}

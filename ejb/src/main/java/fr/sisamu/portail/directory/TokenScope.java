package fr.sisamu.portail.directory;

import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import java.util.Set;

/** What a machine's token opens; each has its text {@code import.token.scope.<name>}. */
public enum TokenScope {
    /** Imports of files. */
    IMPORT(Duty.IMPORT, ""),
    /** Accounts and groups by SCIM. */
    SCIM(Duty.PROVISION, "SCIM ");

    private final Duty duty;
    private final String origin;

    TokenScope(Duty duty, String origin) {
        this.duty = duty;
        this.origin = origin;
    }

    /** The rights of the machine of this name, which the trace calls by the way it came. */
    Rights rights(String name) {
        return Rights.ofToken(origin + name, Set.of(duty));
    }
}

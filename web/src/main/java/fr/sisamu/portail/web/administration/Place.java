package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import java.util.Arrays;
import java.util.Optional;

/**
 * Everything under {@code /administration/} and the duty that opens it. What is not named here opens to nobody, so that
 * a page cannot be forgotten.
 */
public enum Place {
    ACCOUNTS("accounts.xhtml", Duty.SEARCH_ACCOUNTS, true),
    ACCOUNT("account.xhtml", Duty.SEARCH_ACCOUNTS, false),
    ACCOUNT_NEW("account-new.xhtml", Duty.CHANGE_ACCOUNTS, false),
    REQUESTS("requests.xhtml", Duty.SEARCH_ACCOUNTS, true),
    UNITS("units.xhtml", Duty.CHANGE_UNITS, true),
    UNIT("unit.xhtml", Duty.CHANGE_UNITS, false),
    IMPORT("import.xhtml", Duty.IMPORT, true),
    IMPORT_FILES("import-files", Duty.IMPORT, false),
    IMPORT_STATE("import-state", Duty.IMPORT, false),
    REVOCATION("revocation.xhtml", Duty.MANAGE_REVOCATION, true),
    REVOCATION_LIST("revocation-list", Duty.MANAGE_REVOCATION, false),
    SUPERVISION("supervision.xhtml", Duty.SUPERVISE, true),
    SUPERVISION_AGENT("supervision-agent.xhtml", Duty.SUPERVISE, false),
    SUPERVISION_EVENTS("supervision-events", Duty.SUPERVISE, false),
    EMERGENCY("emergency.xhtml", Duty.REVIEW_EMERGENCY_ACCESS, true),
    TRACE("trace-search.xhtml", Duty.READ_TRACE, true),
    TRACE_CSV("trace.csv", Duty.READ_TRACE, false),
    TRACE_JSON("trace.jsonl", Duty.READ_TRACE, false),
    TRACE_VERIFICATION("trace-verification.xhtml", Duty.READ_TRACE, false),
    TRACE_VERIFICATION_STATE("trace-verification-state", Duty.READ_TRACE, false);

    private static final String ROOT = "/administration/";

    private final String path;
    private final Duty duty;
    private final boolean listed;

    Place(String name, Duty duty, boolean listed) {
        this.path = ROOT + name;
        this.duty = duty;
        this.listed = listed;
    }

    public String getPath() {
        return path;
    }

    /** Message key of its name in the list of places. */
    public String getKey() {
        return "administration.place." + name();
    }

    public Duty duty() {
        return duty;
    }

    /** Whether the list of places names it. */
    public boolean isListed() {
        return listed;
    }

    boolean opens(Rights rights) {
        return rights.maySomewhere(duty);
    }

    /** The place of this servlet path; empty if there is none. */
    static Optional<Place> of(String servletPath) {
        return Arrays.stream(values())
                .filter(place -> place.path.equals(servletPath))
                .findFirst();
    }
}

package fr.sisamu.portail.role;

/** What became of granting or revoking a role. */
public enum RoleChange {
    GRANTED,
    REVOKED,
    /** It was so already. */
    UNCHANGED,
    /** No such account, or a closed one: roles are for those who may come in. */
    NO_ACCOUNT,
    /** A supervisor needs a unit that exists; the other roles take none. */
    UNIT_REFUSED,
    /** Whoever grants must prove anew, by card, who they are. */
    PROOF_TOO_OLD,
    /** Whoever goes last would leave a portal that nobody can administer. */
    LAST_ADMINISTRATOR
}

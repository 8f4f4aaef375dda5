package fr.sisamu.portail.role;

/** What may be asked of {@link Rights}: one kind of deed, whoever may do it. */
public enum Duty {
    /** See accounts, their identifiers, profiles and roles, and the requests that wait. */
    SEARCH_ACCOUNTS,
    /** Make, correct, close and reopen accounts; add, move and remove identifiers and profiles; decide on requests. */
    CHANGE_ACCOUNTS,
    CHANGE_ROLES,
    /** Units, what they let in, and their phones. */
    CHANGE_UNITS,
    IMPORT,
    /** Make, change and close accounts and their profiles by SCIM. No page asks for it: it is for machines. */
    PROVISION,
    /** See a unit's open sessions, end them, free phones, unblock, reset a channel. */
    SUPERVISE,
    OPEN_EMERGENCY_ACCESS,
    REVIEW_EMERGENCY_ACCESS,
    /** Import revocation lists, open and close a débrayage. */
    MANAGE_REVOCATION,
    READ_TRACE
}

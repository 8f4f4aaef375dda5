package fr.sisamu.portail.revocation;

/** How far the lists of an authority can be relied on now. */
public enum ListState {
    FRESH,
    /** Past the next update but within the grace period: cards are accepted, someone must look. */
    GRACE,
    /** Past the grace period: without a débrayage no card of this authority is accepted. */
    OUTDATED,
    /** No list was ever imported. */
    ABSENT
}

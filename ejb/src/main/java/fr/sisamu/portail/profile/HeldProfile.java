package fr.sisamu.portail.profile;

import fr.sisamu.portail.unit.UnitName;

/**
 * A profile of an account, valid today or not, as an administrator sees it.
 *
 * @param version which state of the profile this is; a change hands it back
 */
public record HeldProfile(long id, int version, UnitName unit, ProfileTerms terms) {}

/**
 * The profiles people hold: a function in a unit, with dates. Enter by {@link
 * fr.sisamu.portail.profile.ProfileService}.
 */
package fr.sisamu.portail.profile;

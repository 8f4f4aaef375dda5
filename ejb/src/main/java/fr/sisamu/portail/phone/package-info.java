/**
 * The desk phones and the link of each to at most one open bandeau. The database decides every race; the telephone
 * system is told afterwards through {@link fr.sisamu.portail.phone.DeskPhoneSwitch} and its failure blocks nobody. Enter
 * by {@link fr.sisamu.portail.phone.PhoneService}.
 */
package fr.sisamu.portail.phone;

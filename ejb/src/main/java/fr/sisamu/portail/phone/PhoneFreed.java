package fr.sisamu.portail.phone;

/** Announced when a session gives its phone back; heard once that is committed. */
record PhoneFreed(HeldPhone phone) {}

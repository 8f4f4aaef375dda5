package fr.sisamu.portail.otp;

/** A CDI event of the asking transaction: this request may be looked at once it is committed. */
record RecoveryAsked(String challenge) {}

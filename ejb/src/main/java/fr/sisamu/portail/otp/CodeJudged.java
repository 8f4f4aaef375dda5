package fr.sisamu.portail.otp;

/** An answer was compared with the code that was awaited for this purpose: an event, for whoever counts. */
public record CodeJudged(Purpose purpose, CodeCheck check) {}

package fr.sisamu.portail.account;

import fr.sisamu.portail.audit.SupportCode;

/** A good card whose holder has no account: what the administrator needs to decide. */
public record AccessRequest(
        NationalIdentifier identifier, String givenName, String familyName, String cardType, SupportCode supportCode) {}

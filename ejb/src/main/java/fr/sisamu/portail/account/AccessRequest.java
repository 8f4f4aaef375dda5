package fr.sisamu.portail.account;

import fr.sisamu.portail.audit.SupportCode;

/**
 * A good card, or a good answer of Pro Santé Connect, whose holder has no account: what the administrator needs to decide.
 *
 * @param cardType the product type of the card, or PSC
 */
public record AccessRequest(
        NationalIdentifier identifier, String givenName, String familyName, String cardType, SupportCode supportCode) {}

package fr.sisamu.portail.unit;

/**
 * The ways that a unit lets in beside the card.
 *
 * @param otp whether identifier, password and code are enough
 * @param mailCode whether that code may come by mail, which is the weaker road
 * @param cardFirst who must have come by card once
 */
public record UnitAccess(boolean otp, boolean mailCode, CardFirst cardFirst) {}

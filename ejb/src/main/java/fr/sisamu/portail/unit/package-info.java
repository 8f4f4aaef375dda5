/**
 * The units (entités) people work in: a CRRA, a SMUR, an ARS, each with its code and its settings. Enter by {@link
 * fr.sisamu.portail.unit.UnitRegister}.
 */
package fr.sisamu.portail.unit;

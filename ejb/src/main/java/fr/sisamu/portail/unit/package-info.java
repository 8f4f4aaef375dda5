/** The units (entités) people work in: a CRRA, a SMUR, an ARS, each with its code and its settings. */
package fr.sisamu.portail.unit;

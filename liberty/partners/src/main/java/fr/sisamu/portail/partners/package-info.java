/**
 * The partners of the portal, simulated: they speak the real protocols, so that the demonstration and the tests run the
 * code that production runs. Nothing here is ever part of the EAR.
 */
package fr.sisamu.portail.partners;

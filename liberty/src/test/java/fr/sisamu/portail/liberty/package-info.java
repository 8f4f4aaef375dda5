/**
 * The portal as hospital IT and browsers meet it: in the container ({@code container}), from outside ({@code
 * blackbox}) and in a real browser ({@code browser}). Failsafe runs what ends in {@code IT}.
 */
package fr.sisamu.portail.liberty;

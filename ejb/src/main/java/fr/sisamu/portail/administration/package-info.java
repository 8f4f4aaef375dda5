/**
 * What an administrator may do to accounts, requests, units, phones and revocation. Every method takes the {@link
 * fr.sisamu.portail.role.Rights} of its caller and asks them before anything else; every change leaves a trace with what
 * was before and what is after.
 */
package fr.sisamu.portail.administration;

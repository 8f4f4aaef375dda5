/**
 * The service provider of SCIM 2.0 (RFC 7643, RFC 7644): a hospital's identity system keeps accounts and who holds which
 * function in which unit. Enter by {@link fr.sisamu.portail.scim.ScimService}, for whoever holds the duty PROVISION.
 *
 * <p>A user is an account; a group is those who hold one function in one unit. Everything is written by the registers that
 * the pages of administration use, in one transaction a request, and traced with what was before and what is after. The
 * model, the filters and the patches of the protocol are the library's; its types do not leave this package. What is
 * understood, and what is not, is described in docs/scim.md.
 */
package fr.sisamu.portail.scim;

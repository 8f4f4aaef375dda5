/**
 * The pages of those who administer and audit. {@link fr.sisamu.portail.web.administration.AdministrationFilter} lets in
 * whoever has the duty of a page; what a form asks for is judged once more by its service.
 */
package fr.sisamu.portail.web.administration;

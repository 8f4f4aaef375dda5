/**
 * Who may do more than take calls. {@link fr.sisamu.portail.role.RoleService} keeps the roles; {@link
 * fr.sisamu.portail.role.RightsService} turns a session into {@link fr.sisamu.portail.role.Rights}, which every service
 * of administration asks at its door, whatever a page has asked before (OWASP ASVS 5.0, V8.2 and V8.3).
 */
package fr.sisamu.portail.role;

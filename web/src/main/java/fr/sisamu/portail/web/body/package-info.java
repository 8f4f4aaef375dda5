/**
 * How bodies are read: forms without a thread that waits for them, files as they come, neither longer nor slower than is
 * allowed (docs/adr/0015). What is allowed at which address the door says ({@code web.security.Door}).
 */
package fr.sisamu.portail.web.body;

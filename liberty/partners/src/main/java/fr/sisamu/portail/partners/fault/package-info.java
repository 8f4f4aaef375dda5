/** Told by a page or by HTTP, a partner is slow, fails, hangs or lies: what the portal must live with. */
package fr.sisamu.portail.partners.fault;

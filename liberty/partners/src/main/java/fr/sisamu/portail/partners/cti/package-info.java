/** The telephone system's bridge: logs agents in on desk phones, remembers it in memory. */
package fr.sisamu.portail.partners.cti;

/** The bridge to the telephone system (CTI) over HTTP, and what keeps its faults away from the desks. */
package fr.sisamu.portail.adapter.cti;

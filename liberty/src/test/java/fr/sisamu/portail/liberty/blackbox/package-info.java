/** The portal from outside, by HTTP and TLS: what no well-meaning browser would send. */
package fr.sisamu.portail.liberty.blackbox;

/** The demonstration's data set, put into an empty database as a hospital's identity system would feed it. */
package fr.sisamu.portail.partners.demo;

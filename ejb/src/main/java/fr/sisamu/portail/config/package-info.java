/** What every feature needs and none owns: the clock, and the conversion of values for the database. */
package fr.sisamu.portail.config;

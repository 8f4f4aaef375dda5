/**
 * What monitoring polls without credentials (MicroProfile Health 4.0): ready is DOWN only when nobody can log in; what
 * merely ails is data of a check that is UP.
 */
package fr.sisamu.portail.web.health;

/** The database schema: migrations applied at start, again and again until the database is there. */
package fr.sisamu.portail.schema;

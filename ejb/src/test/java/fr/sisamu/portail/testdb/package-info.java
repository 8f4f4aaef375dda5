/**
 * The databases of the tests, H2 and PostgreSQL, with the product's own migrations and persistence unit; and a small
 * stand-in for the container that injects the services and keeps the promises of their transaction annotations.
 */
package fr.sisamu.portail.testdb;

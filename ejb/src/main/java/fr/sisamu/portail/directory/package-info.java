/**
 * Imports of the directory: units, accounts, profiles and phones from files of comma-separated values, all or nothing.
 * Enter by {@link fr.sisamu.portail.directory.ImportService}.
 *
 * <p>A hundred thousand lines are compared and written as sets, in the database; so this package alone writes the tables
 * of four other features, whose constraints hold for it as for them. The format is described in docs/import.md.
 */
package fr.sisamu.portail.directory;

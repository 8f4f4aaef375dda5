/**
 * A fake IGC-Santé: roots, authorities and cards shaped like the real ones, every name saying FACTICE. Made by code, in
 * memory or in a directory, for the demonstration and the tests; no key of it is ever kept in the project.
 */
package fr.sisamu.portail.partners.igc;

/** Imports of the directory: by page for people, by HTTP with a token for nightly jobs. */
package fr.sisamu.portail.web.directory;

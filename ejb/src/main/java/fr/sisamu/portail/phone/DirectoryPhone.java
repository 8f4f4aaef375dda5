package fr.sisamu.portail.phone;

/**
 * A desk phone in the directory of its unit.
 *
 * @param number the numéro unique
 * @param active whether agents may link it
 */
public record DirectoryPhone(long id, String number, String label, boolean active) {}

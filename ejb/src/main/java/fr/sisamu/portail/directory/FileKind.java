package fr.sisamu.portail.directory;

/** What the lines of a file are about; files are read in this order, for each names what those before it made. */
public enum FileKind {
    UNITS,
    ACCOUNTS,
    PROFILES,
    PHONES
}

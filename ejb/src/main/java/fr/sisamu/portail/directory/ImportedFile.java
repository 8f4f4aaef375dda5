package fr.sisamu.portail.directory;

/**
 * A file of an import, as its history keeps it.
 *
 * @param digest SHA-256, base64url
 */
public record ImportedFile(FileKind kind, String name, String digest, long octets) {}

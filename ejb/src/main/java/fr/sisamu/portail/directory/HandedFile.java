package fr.sisamu.portail.directory;

import java.nio.file.Path;

/**
 * A file that was handed in and waits on this node.
 *
 * @param name the name it came with, cleaned and cut
 * @param digest SHA-256, base64url
 */
public record HandedFile(FileKind kind, String name, String digest, long octets, Path path) {}

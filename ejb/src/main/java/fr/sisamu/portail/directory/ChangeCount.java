package fr.sisamu.portail.directory;

/** How many changes of one kind an import makes. */
public record ChangeCount(FileKind kind, Change.Action action, long number) {}

package fr.sisamu.portail.directory;

/** Takes the lines of one kind of file into its staging table. */
interface Stage extends AutoCloseable {

    /** Judges a line, and keeps it if it is good. */
    void take(Cells line);

    /** Hands over what still waits. */
    void flush();

    @Override
    void close();

    static Stage of(FileKind kind, Sql sql) {
        return switch (kind) {
            case UNITS -> new UnitStage(sql);
            case ACCOUNTS -> new AccountStage(sql);
            case PROFILES -> new ProfileStage(sql);
            case PHONES -> new PhoneStage(sql);
        };
    }
}

package fr.sisamu.portail.directory;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file of comma-separated values (RFC 4180) read line after line, whatever its size: UTF-8 with or without its mark or
 * Windows-1252, separated by semicolons or commas. A line, or a quoted cell that nobody closes, is bounded.
 */
final class CsvFile implements AutoCloseable {

    private static final int LONGEST_LINE = 1 << 14;
    private static final char MARK = '\uFEFF';

    private final FileKind kind;
    private final FileChannel channel;
    private final CloseableIterator<CsvRecord> records;
    private final Map<Column, Integer> header;
    private long line;

    private CsvFile(FileKind kind, FileChannel channel, Reader text) throws IOException, BadFileException {
        this.kind = kind;
        this.channel = channel;
        char separator = separator(text);
        records = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_LINE)
                .ofCsvRecord(text)
                .iterator();
        header = header();
    }

    /** @throws BadFileException if it is no such file, or lacks a column */
    static CsvFile open(FileKind kind, Path path) throws IOException, BadFileException {
        Charset charset = Encoding.of(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new CsvFile(kind, channel, new BufferedReader(Channels.newReader(channel, charset), LONGEST_LINE));
        } catch (IOException | BadFileException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The next line; empty at the end of the file. */
    Optional<Line> next() throws BadFileException {
        return record().map(found -> new Line(found.getStartingLineNumber(), found.getFields(), header));
    }

    /** How much of the file has been read, in octets. */
    long position() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private Optional<CsvRecord> record() throws BadFileException {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord found = records.next();
            line = found.getStartingLineNumber();
            return Optional.of(found);
        } catch (CsvParseException e) {
            boolean bound = String.valueOf(e.getMessage()).contains("buffer")
                    || String.valueOf(e.getCause()).contains("buffer");
            throw new BadFileException(bound ? LineReason.LINE_TOO_LONG : LineReason.SYNTAX, line + 1, "");
        } catch (UncheckedIOException e) {
            throw new BadFileException(LineReason.NOT_TEXT, line + 1, "");
        }
    }

    private Map<Column, Integer> header() throws BadFileException {
        CsvRecord names = record().orElseThrow(() -> new BadFileException(LineReason.NO_HEADER, 1, ""));
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (int i = 0; i < names.getFieldCount(); i++) {
            String name = names.getField(i);
            Column column = Column.named(kind, name)
                    .orElseThrow(() -> new BadFileException(LineReason.UNKNOWN_COLUMN, line, name));
            if (places.put(column, i) != null) {
                throw new BadFileException(LineReason.COLUMN_TWICE, line, name);
            }
        }
        Optional<Column> missing = Column.of(kind)
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .findFirst();
        if (missing.isPresent()) {
            throw new BadFileException(
                    LineReason.MISSING_COLUMN, line, missing.get().title());
        }
        return places;
    }

    /** Whichever of the two the first line has more of; passes over the mark of UTF-8. */
    private static char separator(Reader text) throws IOException {
        text.mark(LONGEST_LINE);
        if (text.read() != MARK) {
            text.reset();
        }
        text.mark(LONGEST_LINE);
        int semicolons = 0;
        int commas = 0;
        for (int i = 0; i < LONGEST_LINE - 1; i++) {
            int sign = text.read();
            if (sign < 0 || sign == '\n' || sign == '\r') {
                break;
            }
            semicolons += sign == ';' ? 1 : 0;
            commas += sign == ',' ? 1 : 0;
        }
        text.reset();
        return commas > semicolons ? ',' : ';';
    }
}

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
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of comma-separated values (RFC 4180) read line after line, whatever its size: UTF-8 with or without its mark or
 * Windows-1252, separated by semicolons or commas. A line, or a quoted cell that nobody closes, is bounded.
 *
 * <p>What programs add of their own is passed over: a first line {@code sep=;} (Excel) or {@code #TYPE …} (PowerShell), and
 * the lines and columns without a word that a spreadsheet keeps of rows and columns that were deleted.
 */
final class CsvFile implements AutoCloseable {

    private static final int LONGEST_LINE = 1 << 14;
    private static final char MARK = '\uFEFF';
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)sep=([;,])");
    private static final String TYPE_LINE = "#TYPE ";

    private final FileKind kind;
    private final FileChannel channel;
    private final CloseableIterator<CsvRecord> records;
    private final Map<Column, Integer> header;
    private final BitSet nameless = new BitSet();
    private final int linesBefore;
    private long line;

    private CsvFile(FileKind kind, FileChannel channel, Reader text) throws IOException, BadFileException {
        this.kind = kind;
        this.channel = channel;
        Opening opening = Opening.of(text);
        linesBefore = opening.lines();
        records = CsvReader.builder()
                .fieldSeparator(opening.separator())
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
        Optional<CsvRecord> found = record();
        return found.isPresent() ? Optional.of(new Line(line, named(found.get()), header)) : Optional.empty();
    }

    /** The cells of the columns that have a name; a word under no name is nothing that anybody could understand. */
    private List<String> named(CsvRecord record) throws BadFileException {
        List<String> cells = new ArrayList<>(record.getFields());
        for (int i = nameless.previousSetBit(cells.size() - 1); i >= 0; i = nameless.previousSetBit(i - 1)) {
            String cell = cells.remove(i);
            if (!cell.isBlank()) {
                throw new BadFileException(LineReason.UNKNOWN_COLUMN, line, cell);
            }
        }
        return cells;
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
            while (records.hasNext()) {
                CsvRecord found = records.next();
                line = linesBefore + found.getStartingLineNumber();
                if (!found.getFields().stream().allMatch(String::isBlank)) {
                    return Optional.of(found);
                }
            }
            return Optional.empty();
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
            if (name.isBlank()) {
                nameless.set(i);
                continue;
            }
            Column column = Column.named(kind, name)
                    .orElseThrow(() -> new BadFileException(LineReason.UNKNOWN_COLUMN, line, name));
            if (places.put(column, i - nameless.cardinality()) != null) {
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

    /**
     * What a file begins with.
     *
     * @param lines how many of them stand before the header and are passed over
     */
    private record Opening(char separator, int lines) {

        static Opening of(Reader text) throws IOException {
            text.mark(LONGEST_LINE);
            if (text.read() != MARK) {
                text.reset();
            }
            String first = lookAt(text);
            Matcher told = SEPARATOR_LINE.matcher(first.strip());
            if (told.matches()) {
                passOver(text, first);
                return new Opening(told.group(1).charAt(0), 1);
            }
            if (first.startsWith(TYPE_LINE)) {
                passOver(text, first);
                return new Opening(commoner(lookAt(text)), 1);
            }
            return new Opening(commoner(first), 0);
        }

        /** Whichever of the two this line has more of. */
        private static char commoner(String line) {
            long semicolons = line.chars().filter(sign -> sign == ';').count();
            long commas = line.chars().filter(sign -> sign == ',').count();
            return commas > semicolons ? ',' : ';';
        }

        /** The next line without its end, still to be read. */
        private static String lookAt(Reader text) throws IOException {
            text.mark(LONGEST_LINE);
            StringBuilder line = new StringBuilder();
            for (int sign = text.read(); sign >= 0 && sign != '\n' && sign != '\r'; sign = text.read()) {
                line.append((char) sign);
                if (line.length() == LONGEST_LINE - 1) {
                    break;
                }
            }
            text.reset();
            return line.toString();
        }

        private static void passOver(Reader text, String line) throws IOException {
            for (int i = 0; i < line.length(); i++) {
                text.read();
            }
            int end = text.read();
            text.mark(1);
            if (end != '\r' || text.read() != '\n') {
                text.reset();
            }
        }
    }
}

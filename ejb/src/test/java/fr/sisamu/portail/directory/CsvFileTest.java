package fr.sisamu.portail.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String HEADER = "entite;numero;libelle";

    @TempDir
    Path folder;

    private List<List<String>> read(byte[] content) throws IOException, BadFileException {
        Path path = Files.write(folder.resolve("file.csv"), content);
        List<List<String>> lines = new ArrayList<>();
        try (CsvFile file = CsvFile.open(FileKind.PHONES, path)) {
            for (Optional<Line> line = file.next(); line.isPresent(); line = file.next()) {
                lines.add(line.get().cells());
            }
        }
        return lines;
    }

    private List<List<String>> read(String content) throws IOException, BadFileException {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private void refuses(byte[] content, LineReason reason, long line) {
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> read(content))
                .satisfies(bad -> assertThat(bad.reason()).isEqualTo(reason))
                .satisfies(bad -> assertThat(bad.line()).isEqualTo(line));
    }

    private void refuses(String content, LineReason reason, long line) {
        refuses(content.getBytes(StandardCharsets.UTF_8), reason, line);
    }

    @Test
    void readsBothEncodingsBothSeparatorsAndTheMarkOfExcel() throws Exception {
        List<List<String>> meant = List.of(List.of("FR770", "4101", "Poste d’Élodie"));

        assertThat(read("entite;numero;libelle\r\nFR770;4101;Poste d’Élodie\r\n"))
                .isEqualTo(meant);
        assertThat(read("\uFEFFentite,numero,libelle\nFR770,4101,Poste d’Élodie"))
                .isEqualTo(meant);
        assertThat(read("Entité;Numéro unique;Libellé\rFR770;4101;\"Poste d’Élodie\"\r".getBytes(WINDOWS)))
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sep=;\r\n", "\uFEFFSEP=;\n", "#TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser\r\n"})
    void passesOverTheFirstLineOfPrograms(String first) throws Exception {
        assertThat(read(first + "entite;numero;libelle\r\nFR770;4101;Poste\r\n"))
                .isEqualTo(List.of(List.of("FR770", "4101", "Poste")));
        refuses(first + "entite;numero;libelle;taille\n", LineReason.UNKNOWN_COLUMN, 2);
        assertThat(read("sep=,\nentite,numero,libelle\nFR770,4101,\"a;b;c;d\""))
                .isEqualTo(List.of(List.of("FR770", "4101", "a;b;c;d")));
        assertThat(read("#TYPE X\n\"entite\",\"numero\",\"libelle\"\n\"FR770\",\"4101\",\"Poste\""))
                .isEqualTo(List.of(List.of("FR770", "4101", "Poste")));
    }

    @Test
    void passesOverLinesAndColumnsWithoutAWord() throws Exception {
        List<List<String>> meant = List.of(List.of("FR770", "4101", "Poste"));

        assertThat(read(HEADER + "\nFR770;4101;Poste\n;;\n ; ;\n")).isEqualTo(meant);
        assertThat(read(HEADER + ";;\nFR770;4101;Poste;;\n")).isEqualTo(meant);
        assertThat(read("entite;;numero;libelle\nFR770;;4101;Poste\n")).isEqualTo(meant);
        refuses("entite;;numero;libelle\nFR770;;4101;Poste\nFR770;x;4102;Poste\n", LineReason.UNKNOWN_COLUMN, 3);
    }

    @Test
    void tellsWindowsFromUtf8ByAnAccentInTheLastLine() throws Exception {
        String lines = HEADER + "\n" + "FR770;4101;Poste\n".repeat(20_000) + "FR770;4102;Évry";

        assertThat(read(lines.getBytes(WINDOWS)).get(20_000)).endsWith("Évry");
        assertThat(read(lines).get(20_000)).endsWith("Évry");
    }

    @Test
    void readsQuotesAsRfc4180SaysAndPassesOverEmptyLines() throws Exception {
        assertThat(read(HEADER + "\n\n\"FR770\";4101;\"Poste \"\"1\"\"; au fond\nà droite\"\n\n"))
                .isEqualTo(List.of(List.of("FR770", "4101", "Poste \"1\"; au fond\nà droite")));
    }

    /**
     * Whatever cells are written by the rules come back as they were; the seed of a failure is in its message. The accent
     * before a figure is no UTF-8 when Windows writes it: « Éœ » alone could be either.
     */
    @Test
    void givesBackWhateverWasWrittenByTheRules() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            boolean windows = random.nextBoolean();
            char separator = random.nextBoolean() ? ';' : ',';
            String end = List.of("\n", "\r\n").get(random.nextInt(2));
            List<List<String>> rows = new ArrayList<>();
            StringBuilder text = new StringBuilder(HEADER.replace(';', separator));
            for (int row = 0; row < random.nextInt(5); row++) {
                List<String> cells = List.of("é" + row, cell(random), cell(random));
                rows.add(cells);
                text.append(end)
                        .append(cells.stream()
                                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                .collect(Collectors.joining(String.valueOf(separator))));
            }

            assertThat(read(text.toString().getBytes(windows ? WINDOWS : StandardCharsets.UTF_8)))
                    .as("seed %s, round %s", seed, round)
                    .isEqualTo(rows);
        }
    }

    private static String cell(Random random) {
        String signs = "aéÉœ€’ ;,\"\n\t'-|ç";
        return random.ints(random.nextInt(12), 0, signs.length())
                .mapToObj(i -> signs.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /** Any octets at all are read or refused; nothing else is thrown, and nothing hangs. */
    @Test
    void bearsAnyOctets() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            if (random.nextBoolean()) {
                content.write((HEADER + "\n").getBytes(StandardCharsets.UTF_8));
            }
            content.write(noise);
            try {
                read(content.toByteArray());
            } catch (BadFileException refused) {
                assertThat(refused.reason()).as("seed %s", seed).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "entite;numero, MISSING_COLUMN",
        "entite;numero;libelle;couleur, UNKNOWN_COLUMN",
        "entite;numero;libelle;nom, COLUMN_TWICE",
        "FR770;4101;Poste 1, UNKNOWN_COLUMN",
    })
    void refusesAHeaderThatIsNotTheOneAwaited(String header, LineReason reason) {
        refuses(header + "\nFR770;4101;Poste 1", reason, 1);
    }

    @Test
    void refusesWhatIsEmptyOrHoldsEmptyLinesOnly() {
        refuses("", LineReason.EMPTY_FILE, 0);
        refuses("\n\n", LineReason.NO_HEADER, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"504B0304", "1F8B0800", "377ABCAF271C", "526172211A07", "FD377A585A00"})
    void refusesArchivesWithoutOpeningThem(String start) {
        refuses(HexFormat.of().parseHex(start), LineReason.COMPRESSED, 0);
    }

    @Test
    void refusesWhatIsNoText() {
        refuses(HEADER.getBytes(StandardCharsets.UTF_16), LineReason.NOT_TEXT, 0);
        refuses("entite;numero;libelle\nFR770;4101;\0", LineReason.NOT_TEXT, 0);
        refuses(new byte[] {'a', (byte) 0x81, ';'}, LineReason.NOT_TEXT, 0);
    }

    @Test
    void refusesALineOfTenMegabytesWithoutKeepingIt() {
        refuses(HEADER + "\nFR770;4101;" + "a".repeat(10_000_000), LineReason.LINE_TOO_LONG, 2);
        refuses("a".repeat(10_000_000), LineReason.LINE_TOO_LONG, 1);
    }

    @Test
    void refusesAQuoteThatNobodyCloses() {
        refuses(HEADER + "\nFR770;4101;ok\nFR770;4102;\"Poste", LineReason.SYNTAX, 3);
        refuses(HEADER + "\nFR770;4101;\"Poste\n" + "FR770;4101;Poste\n".repeat(10_000), LineReason.LINE_TOO_LONG, 2);
    }
}

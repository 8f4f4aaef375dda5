package fr.sisamu.portail.liberty.peer;

import fr.sisamu.portail.liberty.Inbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** An SMS centre on Net::SMPP (Debian package libnet-smpp-perl), which the portal binds to by SMPP 3.4. */
final class PerlCentre implements Inbox, AutoCloseable {

    private static final String RECEIPT_ANSWERED = "receipt answered";

    private final Workshop workshop = new Workshop();
    private final int port = Workshop.freePort();

    PerlCentre() throws IOException {}

    int port() {
        return port;
    }

    void start() throws IOException {
        Files.createFile(workshop.file("taken"));
        workshop.run(
                "perl",
                Workshop.template("centre.pl").toString(),
                Integer.toString(port),
                "portail",
                "peerpeer",
                "taken");
        workshop.await("the centre in Perl", () -> Workshop.listens(port));
    }

    void awaitReceipt() throws IOException {
        workshop.await("the receipt answered", () -> lines().anyMatch(RECEIPT_ANSWERED::equals));
    }

    /** Texts of one part, in the two alphabets that the portal writes; codes are never longer. */
    @Override
    public List<String> texts(String address) {
        List<String> texts = new ArrayList<>(lines().map(line -> line.split("\t", -1))
                .filter(fields -> fields.length == 4 && address.equals("+" + fields[0]))
                .map(fields -> decoded(fields[1], HexFormat.of().parseHex(fields[3])))
                .toList());
        Collections.reverse(texts);
        return texts;
    }

    private Stream<String> lines() {
        try {
            return Files.readAllLines(workshop.file("taken")).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(String coding, byte[] octets) {
        return new String(octets, coding.equals("8") ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        workshop.close();
    }
}

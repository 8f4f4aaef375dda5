package fr.sisamu.portail.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Which of the two encodings that spreadsheets write a file is in: UTF-8 if all of it is valid UTF-8, else Windows-1252.
 * Looks at the whole file, for the first accent may stand in the last line; holds a few kilobytes of it at a time.
 */
final class Encoding {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int PIECE = 1 << 16;

    private Encoding() {}

    /** @throws BadFileException if it is no text of either */
    static Charset of(Path file) throws IOException, BadFileException {
        refuseOthers(file);
        if (decodes(file, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (decodes(file, WINDOWS)) {
            return WINDOWS;
        }
        throw new BadFileException(LineReason.NOT_TEXT, 0, "");
    }

    /** Archives and UTF-16 are told by their first octets; nothing is ever unpacked. */
    private static void refuseOthers(Path file) throws IOException, BadFileException {
        ByteBuffer start = ByteBuffer.allocate(4);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.read(start);
        }
        if (start.position() == 0) {
            throw new BadFileException(LineReason.EMPTY_FILE, 0, "");
        }
        int two = (start.get(0) & 0xFF) << 8 | (start.get(1) & 0xFF);
        boolean zip = two == 0x504B && start.get(2) < 0x20;
        boolean packed = two == 0x1F8B || two == 0x377A || (two == 0x5261 && start.get(3) == '!') || two == 0xFD37;
        if (zip || packed) {
            throw new BadFileException(LineReason.COMPRESSED, 0, "");
        }
        if (two == 0xFFFE || two == 0xFEFF) {
            throw new BadFileException(LineReason.NOT_TEXT, 0, "UTF-16");
        }
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer octets = ByteBuffer.allocate(PIECE);
        CharBuffer signs = CharBuffer.allocate(PIECE);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            boolean end = false;
            while (!end) {
                end = channel.read(octets) < 0;
                octets.flip();
                CoderResult result = decoder.decode(octets, signs, end);
                if (result.isError() || holdsNul(signs)) {
                    return false;
                }
                octets.compact();
                signs.clear();
            }
        }
        return true;
    }

    private static boolean holdsNul(CharBuffer signs) {
        for (int i = 0; i < signs.position(); i++) {
            if (signs.get(i) == 0) {
                return true;
            }
        }
        return false;
    }
}

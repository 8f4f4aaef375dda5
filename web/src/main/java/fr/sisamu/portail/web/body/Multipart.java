package fr.sisamu.portail.web.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a form with files (RFC 7578), one after the other as they come, without a file or a heap for what nobody
 * has asked for. What is malformed ends in a {@link BodyRefusedException}. The server's own reader reads the whole request
 * before anybody can say that it is too slow, and answers what it does not understand as a fault.
 */
public final class Multipart {

    private static final Pattern TYPE = Pattern.compile(
            "multipart/form-data\\s*;.*?\\bboundary=(?:\"([^\"]+)\"|([^\\s;\"]+)).*", Pattern.CASE_INSENSITIVE);

    /** RFC 2046 §5.1.1. */
    private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");

    private static final Pattern DISPOSITION =
            Pattern.compile("content-disposition:\\s*form-data\\s*(;.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = parameter("name");
    private static final Pattern FILE_NAME = parameter("filename");

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_HEADERS = 8_192;
    private static final int MOST_PARTS = 50;
    private static final byte[] LINE_END = {'\r', '\n'};

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private final Set<String> names = new HashSet<>();
    private int position;
    private int filled;

    /** Up to where the buffer holds nothing but content. */
    private int content;

    private boolean atDelimiter;

    Multipart(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(LINE_END, 0, buffer, 0, LINE_END.length); // so that the first delimiter is like the others
        filled = LINE_END.length;
    }

    /** The parts of this request. */
    public static Multipart of(HttpServletRequest request) throws IOException {
        Matcher type =
                TYPE.matcher(Optional.ofNullable(request.getContentType()).orElse(""));
        if (!type.matches()) {
            throw malformed("no form with files, or no boundary");
        }
        String boundary = type.group(1) == null ? type.group(2) : type.group(1);
        if (!BOUNDARY.matcher(boundary).matches()) {
            throw malformed("a boundary that is none");
        }
        return new Multipart(request.getInputStream(), boundary);
    }

    /**
     * One part. Its content can be read until the next is asked for.
     *
     * @param fileName as the sender named it: to be shown, and nothing else
     */
    public record Part(String name, Optional<String> fileName, InputStream content) {}

    /** The next part, whatever was left unread of the one before; empty after the last. */
    public Optional<Part> next() throws IOException {
        byte[] rest = new byte[BUFFER];
        while (read(rest, 0, rest.length) >= 0) {
            // What nobody asked for is passed over.
        }
        position += delimiter.length;
        atDelimiter = false;
        content = position;
        int first = octet();
        int second = octet();
        if (first == '-' && second == '-') {
            end();
            return Optional.empty();
        }
        if (first != '\r' || second != '\n') {
            throw malformed("a delimiter that goes on");
        }
        Part part = part(headers());
        if (!names.add(part.name()) || names.size() > MOST_PARTS) {
            throw malformed("a part twice, or too many");
        }
        return Optional.of(part);
    }

    /** Nothing is to come but an end of line: whatever hides behind the last part would be read by others as one. */
    private void end() throws IOException {
        ByteArrayOutputStream after = new ByteArrayOutputStream();
        for (int octet = octetOrEnd(); octet >= 0; octet = octetOrEnd()) {
            after.write(octet);
            if (after.size() > LINE_END.length) {
                throw malformed("something behind the last part");
            }
        }
    }

    private Part part(String headers) throws IOException {
        Matcher disposition = headers.lines()
                .map(DISPOSITION::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow(() -> malformed("a part without a disposition"));
        String parameters = disposition.group(1);
        String name = value(NAME, parameters).orElseThrow(() -> malformed("a part without a name"));
        return new Part(name, value(FILE_NAME, parameters), new Content());
    }

    private static Pattern parameter(String name) {
        return Pattern.compile(";\\s*" + name + "=(\"|[^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
    }

    private static Optional<String> value(Pattern parameter, String parameters) {
        Matcher found = parameter.matcher(parameters);
        if (!found.find()) {
            return Optional.empty();
        }
        return found.group(1).equals("\"") ? quoted(parameters, found.end()) : Optional.of(found.group(1));
    }

    /** Up to the quotation mark that ends it; sign by sign, for an expression would go a step deeper at each of them. */
    private static Optional<String> quoted(String text, int begin) {
        StringBuilder value = new StringBuilder();
        for (int i = begin; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                return Optional.of(value.toString());
            }
            if (text.charAt(i) == '\\' && ++i == text.length()) {
                break;
            }
            value.append(text.charAt(i));
        }
        return Optional.empty();
    }

    /** The lines up to the first empty one. */
    private String headers() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int length = 0;
        while (true) {
            int octet = octet();
            lines.write(octet);
            if (lines.size() > LONGEST_HEADERS || octet == 0) {
                throw malformed("headers of a part without an end");
            }
            if (octet == '\n') {
                if (length == 0) {
                    return text(lines.toByteArray());
                }
                length = 0;
            } else if (octet != '\r') {
                length++;
            }
        }
    }

    private static String text(byte[] octets) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException garbage) {
            throw new BodyRefusedException(BodyRefusal.MALFORMED, garbage);
        }
    }

    private int octet() throws IOException {
        int octet = octetOrEnd();
        if (octet < 0) {
            throw malformed("cut before its end");
        }
        return octet;
    }

    private int octetOrEnd() throws IOException {
        if (position == filled && !fill()) {
            return -1;
        }
        content = Math.max(content, position + 1);
        return buffer[position++] & 0xff;
    }

    /** Reads content of the present part; -1 at its end. */
    private int read(byte[] target, int offset, int length) throws IOException {
        while (position >= content) {
            if (atDelimiter) {
                return -1;
            }
            look();
        }
        int count = Math.min(length, content - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    /** Finds out how much of the buffer is content, with more octets if that cannot be known yet. */
    private void look() throws IOException {
        int last = filled - delimiter.length;
        for (int i = position; i <= last; i++) {
            if (isDelimiter(i)) {
                content = i;
                atDelimiter = i == position;
                return;
            }
        }
        content = Math.max(position, last + 1);
        if (content == position && !fill()) {
            throw malformed("cut before its end");
        }
    }

    private boolean isDelimiter(int at) {
        for (int i = 0; i < delimiter.length; i++) {
            if (buffer[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, filled - position);
        filled -= position;
        content = Math.max(0, content - position);
        position = 0;
        int count = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, count);
        return count >= 0;
    }

    private static BodyRefusedException malformed(String what) {
        return new BodyRefusedException(BodyRefusal.MALFORMED, what);
    }

    private final class Content extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return length == 0 ? 0 : Multipart.this.read(target, offset, length);
        }
    }
}

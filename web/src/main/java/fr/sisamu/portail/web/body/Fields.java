package fr.sisamu.portail.web.body;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a request, of its address first and then of its form (application/x-www-form-urlencoded, URL standard
 * §5.1, but strict). The server's own reader guesses at what is malformed, or throws in the middle of a page.
 */
public final class Fields {

    private static final String ATTRIBUTE = Fields.class.getName();
    private static final byte[] NOTHING = {};

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Fields() {}

    /** Empty where a percent sign, the encoding (UTF-8) or a zero character makes nonsense of it. */
    public static Optional<Fields> read(String query, byte[] form) {
        try {
            Fields fields = new Fields();
            fields.add(Optional.ofNullable(query).orElse("").getBytes(StandardCharsets.UTF_8));
            fields.add(form);
            return Optional.of(fields);
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    /**
     * Those of this request. Whoever is given the request by injection asks here: it is the server's, from which the form
     * was read already. The page that tells of an error sees none: whatever failed is no form of that page.
     */
    public static Fields of(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return new Fields();
        }
        Fields read = (Fields) request.getAttribute(ATTRIBUTE);
        return read == null ? ofAddress(request).orElseGet(Fields::new) : read;
    }

    /** Those of its address alone; empty where it cannot be read. */
    public static Optional<Fields> ofAddress(HttpServletRequest request) {
        return read(request.getQueryString(), NOTHING);
    }

    /** So that {@link #of} finds them. */
    public void rememberIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Every value of this name. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** The first value of this name, or null. */
    public String first(String name) {
        List<String> all = values.get(name);
        return all == null ? null : all.get(0);
    }

    /** As the servlet specification hands parameters out. */
    public Map<String, String[]> asMap() {
        Map<String, String[]> map = new LinkedHashMap<>();
        values.forEach((name, all) -> map.put(name, all.toArray(String[]::new)));
        return map;
    }

    private void add(byte[] encoded) throws CharacterCodingException {
        int begin = 0;
        for (int i = 0; i <= encoded.length; i++) {
            if (i == encoded.length || encoded[i] == '&') {
                if (i > begin) {
                    pair(encoded, begin, i);
                }
                begin = i + 1;
            }
        }
    }

    private void pair(byte[] encoded, int begin, int end) throws CharacterCodingException {
        int equals = begin;
        while (equals < end && encoded[equals] != '=') {
            equals++;
        }
        String name = decode(encoded, begin, equals);
        String value = decode(encoded, Math.min(equals + 1, end), end);
        values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
    }

    private static String decode(byte[] encoded, int begin, int end) throws CharacterCodingException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(end - begin);
        for (int i = begin; i < end; i++) {
            if (encoded[i] == '%') {
                plain.write(octet(encoded, i, end));
                i += 2;
            } else {
                plain.write(encoded[i] == '+' ? ' ' : encoded[i]);
            }
        }
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(plain.toByteArray()))
                .toString();
        if (text.indexOf('\0') >= 0) {
            throw new CharacterCodingException();
        }
        return text;
    }

    private static int octet(byte[] encoded, int percent, int end) throws CharacterCodingException {
        int high = percent + 2 < end ? Character.digit(encoded[percent + 1], 16) : -1;
        int low = percent + 2 < end ? Character.digit(encoded[percent + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw new CharacterCodingException();
        }
        return high * 16 + low;
    }
}

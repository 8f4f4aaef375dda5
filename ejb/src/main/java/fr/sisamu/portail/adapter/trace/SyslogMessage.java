package fr.sisamu.portail.adapter.trace;

import fr.sisamu.portail.audit.TraceJson;
import fr.sisamu.portail.audit.TraceRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A row as a message of RFC 5424: the node for HOSTNAME, {@code portail} for APP-NAME, the kind for MSGID, the row as
 * JSON for MSG (without the byte order mark, which parsers of JSON do not expect; §6.4 allows that).
 */
final class SyslogMessage {

    private static final int ERROR = 3;
    private static final int WARNING = 4;
    private static final int INFORMATIONAL = 6;
    private static final int LONGEST_HOSTNAME = 255;
    private static final int LONGEST_MSGID = 32;

    private static final Pattern NOT_PRINTUSASCII = Pattern.compile("[^\\x21-\\x7E]");

    private SyslogMessage() {}

    static byte[] of(TraceRow row, int facility) {
        String header = "<" + (facility * 8 + severity(row)) + ">1 " + row.at() + " "
                + name(row.node(), LONGEST_HOSTNAME) + " portail - " + name(row.kind(), LONGEST_MSGID) + " - ";
        return (header + TraceJson.of(row)).getBytes(StandardCharsets.UTF_8);
    }

    /** The message with its length before it, as RFC 5425 §4.3 and RFC 6587 §3.4.1 want it. */
    static byte[] framed(TraceRow row, int facility) {
        byte[] message = of(row, facility);
        byte[] length = (message.length + " ").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(length.length + message.length)
                .put(length)
                .put(message)
                .array();
    }

    private static int severity(TraceRow row) {
        if (row.kind().equals("FAULT")) {
            return ERROR;
        }
        return row.kind().endsWith("_REFUSED") ? WARNING : INFORMATIONAL;
    }

    private static String name(String text, int longest) {
        String name = NOT_PRINTUSASCII.matcher(text).replaceAll("?");
        return name.isEmpty() ? "-" : name.substring(0, Math.min(longest, name.length()));
    }
}

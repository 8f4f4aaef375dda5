package fr.sisamu.portail.partners.sms;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Reads what an SMS carries (3GPP TS 23.038 and 23.040) and joins the parts of a long one. */
final class SmsText {

    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final int UCS2 = 8;
    private static final int HEADER = 6;

    private final Map<String, Map<Integer, String>> waiting = new ConcurrentHashMap<>();

    /** The whole text, empty while parts of it are missing. */
    Optional<String> read(String to, byte[] message, int dataCoding, boolean header) {
        if (!header) {
            return Optional.of(decode(message, 0, dataCoding));
        }
        String joint = to + "/" + message[3];
        Map<Integer, String> parts = waiting.computeIfAbsent(joint, each -> new TreeMap<>());
        synchronized (parts) {
            parts.put((int) message[5], decode(message, HEADER, dataCoding));
            if (parts.size() < message[4]) {
                return Optional.empty();
            }
            waiting.remove(joint);
            return Optional.of(String.join("", parts.values()));
        }
    }

    private static String decode(byte[] message, int from, int dataCoding) {
        if ((dataCoding & 0x0c) == UCS2) {
            return new String(message, from, message.length - from, StandardCharsets.UTF_16BE);
        }
        StringBuilder text = new StringBuilder();
        for (int i = from; i < message.length; i++) {
            text.append(GSM.charAt(message[i] & 0x7f));
        }
        return text.toString();
    }
}

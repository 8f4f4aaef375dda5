package fr.sisamu.portail.adapter.sms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.bean.Alphabet;

/**
 * A text as SMPP carries it: in the GSM 7-bit default alphabet, one octet a character (3GPP TS 23.038 §6.2.1), when that
 * holds every character, else in UCS-2; in parts with a header that joins them (3GPP TS 23.040 §9.2.3.24.1) when it is
 * long.
 */
record ShortText(Alphabet alphabet, List<byte[]> parts) {

    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final int ONE_PART = 140;
    private static final int HEADER = 6;

    static ShortText of(String text, int joint) {
        boolean gsm = text.chars().allMatch(each -> GSM.indexOf(each) >= 0 && each != 0x1b);
        byte[] octets = gsm ? gsm(text) : text.getBytes(StandardCharsets.UTF_16BE);
        int whole = gsm ? 160 : ONE_PART;
        if (octets.length <= whole) {
            return new ShortText(gsm ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2, List.of(octets));
        }
        int size = gsm ? 153 : (ONE_PART - HEADER) / 2 * 2;
        int count = (octets.length + size - 1) / size;
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            part.writeBytes(new byte[] {5, 0, 3, (byte) joint, (byte) count, (byte) (i + 1)});
            part.write(octets, i * size, Math.min(size, octets.length - i * size));
            parts.add(part.toByteArray());
        }
        return new ShortText(gsm ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2, parts);
    }

    private static byte[] gsm(String text) {
        byte[] octets = new byte[text.length()];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) GSM.indexOf(text.charAt(i));
        }
        return octets;
    }
}

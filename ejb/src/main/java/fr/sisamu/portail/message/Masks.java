package fr.sisamu.portail.message;

/** Addresses as screens, notices and the trace show them: enough to recognise one's own, too little to use. */
public final class Masks {

    private Masks() {}

    public static String of(ChannelKind kind, String address) {
        return kind == ChannelKind.SMS ? number(address) : mail(address);
    }

    private static String number(String e164) {
        return "•• •• •• •• " + e164.substring(Math.max(0, e164.length() - 2));
    }

    private static String mail(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? "•••" : address.charAt(0) + "•••" + address.substring(at);
    }
}

package fr.sisamu.portail.adapter.sms;

import java.time.Duration;

/** What a provider gives to whoever speaks SMPP with it. */
record SmppAccount(
        String name,
        String host,
        int port,
        boolean tls,
        String systemId,
        String password,
        String systemType,
        String sender,
        Duration timeout,
        Duration enquire) {

    static SmppAccount of(GatewayKeys keys) {
        return new SmppAccount(
                keys.name(),
                keys.text("host"),
                keys.number("port"),
                !keys.text("tls", "true").equals("false"),
                bounded(keys, "system-id", 15),
                bounded(keys, "password", 8),
                keys.text("system-type", ""),
                keys.text("sender"),
                keys.duration("timeout", "PT5S"),
                keys.duration("enquire", "PT30S"));
    }

    /** As long as the protocol lets it be (SMPP 3.4 §5.2). */
    private static String bounded(GatewayKeys keys, String key, int longest) {
        String text = keys.text(key);
        if (text.length() > longest) {
            throw new IllegalStateException(keys.path(key) + " is longer than " + longest + " characters");
        }
        return text;
    }

    @Override
    public String toString() {
        return "SmppAccount[" + name + "]";
    }
}

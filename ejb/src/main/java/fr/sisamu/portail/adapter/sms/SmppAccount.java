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
                keys.text("system-id"),
                keys.text("password"),
                keys.text("system-type", ""),
                keys.text("sender"),
                keys.duration("timeout", "PT5S"),
                keys.duration("enquire", "PT30S"));
    }

    @Override
    public String toString() {
        return "SmppAccount[" + name + "]";
    }
}

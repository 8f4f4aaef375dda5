package fr.sisamu.portail.web.health;

import java.util.List;

/** Whether this JVM resumes TLS sessions; see docs/adr/0006. */
final class TlsResumption {

    private TlsResumption() {}

    static boolean switchedOff() {
        String disabled = System.getProperty("jdk.tls.server.disableExtensions", "");
        return List.of(disabled.split(",")).containsAll(List.of("pre_shared_key", "session_ticket"));
    }
}

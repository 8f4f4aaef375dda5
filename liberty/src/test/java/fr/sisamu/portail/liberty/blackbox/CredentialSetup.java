package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an agent does once, come in by card: sets channels and a password, through the pages. */
public final class CredentialSetup {

    private CredentialSetup() {}

    /** Comes in by this card and sets a password, a number and a mail address; leaves the session open. */
    public static void by(RunningServer server, String card, String password, String number, String address)
            throws IOException {
        try (CardJourney agent = new CardJourney(server, DemonstrationFiles.card(card))) {
            agent.toTheFirstPage();
            channel(server, agent, "SMS", number);
            channel(server, agent, "MAIL", address);
            Map<String, String> form = form("change", Map.of("password", password, "again", password));
            form.put("validate", "validate");
            Forms.expect(303, agent.submit("/password.xhtml", form));
            agent.logOut();
        }
    }

    private static void channel(RunningServer server, CardJourney agent, String kind, String address)
            throws IOException {
        Outbox outbox = new Outbox(server);
        int before = outbox.count(address);
        Map<String, String> test = form("try-" + kind, Map.of("kind", kind, "address", address));
        test.put("test-" + kind, "test");
        agent.submit("/channels.xhtml", test);
        Map<String, String> prove =
                form("prove-" + kind, Map.of("kind", kind, "code", outbox.nextCode(address, before)));
        prove.put("confirm-" + kind, "confirm");
        String page = agent.submit("/channels.xhtml", prove).body();
        if (!page.contains("state-" + kind)) {
            throw new IllegalStateException("the channel " + kind + " was not verified");
        }
    }

    private static Map<String, String> form(String id, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put(id + "_SUBMIT", "1");
        form.put("jakarta.faces.ViewState", "stateless");
        return form;
    }
}

package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.Inbox;
import fr.sisamu.portail.liberty.Outbox;
import fr.sisamu.portail.liberty.RunSecrets;
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
        Outbox outbox = new Outbox(server);
        by(server, card, password, new Channel(number, outbox), new Channel(address, outbox));
    }

    /** An address and where what is sent to it arrives. */
    public record Channel(String address, Inbox inbox) {}

    /** The same, with providers that are not the simulated ones. */
    public static void by(RunningServer server, String card, String password, Channel phone, Channel mail)
            throws IOException {
        try (CardJourney agent = new CardJourney(server, DemonstrationFiles.card(card))) {
            agent.toTheFirstPage();
            channel(agent, "SMS", phone);
            channel(agent, "MAIL", mail);
            Map<String, String> form = form("change", Map.of("password", RunSecrets.keep(password), "again", password));
            form.put("validate", "validate");
            setPatiently(agent, form);
            agent.logOut();
        }
    }

    /**
     * « Rien n’est perdu : validez de nouveau », says the portal when its machine has too much to hash at once. What was asked
     * for first may be done by then.
     */
    private static void setPatiently(CardJourney agent, Map<String, String> form) throws IOException {
        Answer answer = agent.submit("/password.xhtml", form);
        for (int again = 0; again < 5 && answer.body().contains("validez de nouveau"); again++) {
            answer = agent.submit("/password.xhtml", form);
            if (answer.body().contains("C’est déjà votre mot de passe")) {
                return;
            }
        }
        Forms.expect(303, answer);
    }

    private static void channel(CardJourney agent, String kind, Channel channel) throws IOException {
        int before = channel.inbox().count(channel.address());
        Map<String, String> test = form("try-" + kind, Map.of("kind", kind, "address", channel.address()));
        test.put("test-" + kind, "test");
        agent.submit("/channels.xhtml", test);
        String code = channel.inbox().nextCode(channel.address(), before);
        Map<String, String> prove = form("prove-" + kind, Map.of("kind", kind, "code", code));
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

package fr.sisamu.portail.liberty;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The switchboard of the simulated partners. */
public final class Partners {

    private static final List<String> ALL = List.of("crl", "cti", "psc", "smpp", "sms", "smtp");

    private final RunningServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    public Partners(RunningServer server) {
        this.server = server;
    }

    /** How one of them behaves: {@code NORMAL}, {@code FAIL}, {@code HANG}… */
    public void behave(String partner, String mode) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.http("/partners/faults/" + partner))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("mode=" + mode))
                .build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 303) {
            throw new IOException("the switch of " + partner + " answered " + status);
        }
    }

    /** How all of them behave. */
    public void behave(String mode) throws IOException, InterruptedException {
        for (String partner : ALL) {
            behave(partner, mode);
        }
    }
}

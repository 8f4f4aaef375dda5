package fr.sisamu.portail.liberty.peer;

import fr.sisamu.portail.liberty.ServerCopy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Kannel (Debian package kannel): asked by HTTP, it speaks SMPP 3.4 with an SMS centre. */
final class Kannel implements AutoCloseable {

    private final Workshop workshop = new Workshop();
    private final int admin = Workshop.freePort();
    private final int boxes = Workshop.freePort();
    private final int sendsms = Workshop.freePort();

    Kannel(int centre) throws IOException {
        workshop.write(
                "kannel.conf",
                workshop.file("kannel.conf"),
                Map.of("admin", admin, "smsbox", boxes, "sendsms", sendsms, "centre", centre));
    }

    /** The address that asks it to send, with the places of the portal's settings. */
    String form() {
        return "http://127.0.0.1:" + sendsms + "/cgi-bin/sendsms?username=portail&password=peers&from=SI-SAMU"
                + "&coding=2&charset=UTF-8&to={to}&text={text}";
    }

    void start() throws IOException {
        workshop.run("bearerbox", "kannel.conf");
        workshop.await("Kannel bound at the SMS centre", () -> status().contains("(online"));
        workshop.await("Kannel's own door for its parts", () -> Workshop.listens(boxes));
        workshop.run("smsbox", "kannel.conf");
        workshop.await("Kannel's HTTP side", () -> Workshop.listens(sendsms));
    }

    /** Waits until this portal no longer leaves it alone after a failure. */
    void awaitTrust(ServerCopy portal) throws IOException {
        workshop.await("Kannel believed in", () -> portal.ready().contains("\"SMS kannel\":\"available\""));
    }

    void stop() {
        workshop.stop();
    }

    private String status() {
        URI page = URI.create("http://127.0.0.1:" + admin + "/status.txt?password=peers");
        try (InputStream in = page.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notYet) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        workshop.close();
    }
}

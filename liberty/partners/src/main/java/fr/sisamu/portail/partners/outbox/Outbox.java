package fr.sisamu.portail.partners.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last messages, newest first. */
@ApplicationScoped
public class Outbox {

    private static final int KEPT = 1000;

    private final Deque<SentMessage> messages = new ArrayDeque<>();
    private long last;

    /** Keeps a message and gives it a number. */
    public synchronized long add(String via, String to, String subject, String text) {
        last++;
        messages.addFirst(
                new SentMessage(last, via, to, subject, text, Clock.systemUTC().instant()));
        if (messages.size() > KEPT) {
            messages.removeLast();
        }
        return last;
    }

    public synchronized List<SentMessage> newestFirst() {
        return List.copyOf(messages);
    }
}

package fr.sisamu.portail.web.body;

import java.time.Duration;

/**
 * What a body of one kind may take of the server.
 *
 * @param octets the most that are read
 * @param time how long all of it may take
 * @param atOnce how many may be read at once by a thread that waits; 0 where none does
 */
public record Bounds(long octets, Duration time, int atOnce) {

    /** Of a request that brings nothing. */
    public static final Bounds NONE = new Bounds(0, Duration.ZERO, 0);
}

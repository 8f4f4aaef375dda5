package fr.sisamu.portail.supervision;

import fr.sisamu.portail.phone.PhoneService;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the board of a unit with two hundred agents on costs the server, its database included; run by its name, it prints
 * and judges nothing: {@code mvn -pl ejb -am test -Dtest=BoardBench -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class BoardBench {

    private static final int AGENTS = 200;
    private static final int TRIES = 101;

    private final TestDatabase.Kind database;
    private final Room room;

    BoardBench(TestDatabase.Kind database) {
        this.database = database;
        room = new Room(database);
    }

    @Test
    void measuresTwoHundredAgents() {
        SupervisionService supervision = room.portal.get(SupervisionService.class);
        PhoneService phones = room.portal.get(PhoneService.class);
        for (int i = 0; i < AGENTS; i++) {
            room.rows.phone(room.unit, "7" + (1000 + i));
            phones.link(room.on(room.agent("Agent" + i, "Factice" + i, room.unit)), "7" + (1000 + i));
        }
        long[] nanos = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            if (supervision.board(room.supervisor, room.unit).size() != AGENTS) {
                throw new IllegalStateException("not everybody is on the board");
            }
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s, board of %d agents: median %.1f ms, slowest %.1f ms%n",
                database,
                AGENTS,
                nanos[TRIES / 2] / 1e6,
                nanos[TRIES - 1] / 1e6);
    }
}

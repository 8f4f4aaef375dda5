package fr.sisamu.portail.revocation;

import fr.sisamu.portail.liberty.bench.Report;
import fr.sisamu.portail.liberty.bench.Spread;
import fr.sisamu.portail.partners.igc.Authority;
import fr.sisamu.portail.partners.igc.FakeIgc;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A list of a million serials through the portal's own reader: what it takes to load, to keep and to ask. */
class RevocationBench {

    private static final int ENTRIES = 1_000_000;
    private static final int LOADS = 5;
    private static final int ASKED = 200_000;
    private static final long SEED = 20260101;

    @Test
    void measuresAMillionSerials() throws Exception {
        Report report = new Report(String.format(Locale.ROOT, "Revocation list of %,d serials", ENTRIES));
        Authority authority = FakeIgc.create(Clock.systemUTC()).authority("ACI-FO-PP");
        byte[] der = BigList.signed(authority, ENTRIES, new Random(SEED));
        SignedListReader reader = new SignedListReader(List.of(authority.certificate()));

        List<Double> seconds = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        AuthorityLists lists = null;
        for (int i = 0; i < LOADS; i++) {
            lists = null;
            long before = usedAfterCollection();
            long start = System.nanoTime();
            lists = AuthorityLists.of(reader.read(der), Optional.empty());
            seconds.add((System.nanoTime() - start) / 1e9);
            megabytes.add((usedAfterCollection() - before) / 1e6);
        }
        report.line("size of the list", String.format(Locale.ROOT, "%.1f MB", der.length / 1e6))
                .line("loads, each with its signature verified", Integer.toString(LOADS))
                .line("load", Spread.of(seconds), "s")
                .line("first load", Spread.of(seconds.subList(0, 1)), "s")
                .line("heap kept after collection", Spread.of(megabytes), "MB");
        ask(report, lists);
        report.print();
    }

    private static void ask(Report report, AuthorityLists lists) throws IOException {
        Random same = new Random(SEED);
        Random other = new Random(SEED + 1);
        Instant now = Instant.parse("2026-06-01T00:00:00Z");
        long[] nanos = new long[ASKED];
        int revoked = 0;
        for (int i = 0; i < ASKED; i++) {
            BigInteger serial = BigList.serial(i % 2 == 0 ? same : other);
            long start = System.nanoTime();
            RevocationAnswer answer = lists.answer(serial, now, Duration.ZERO, false);
            nanos[i] = System.nanoTime() - start;
            revoked += answer == RevocationAnswer.REVOKED ? 1 : 0;
        }
        Arrays.sort(nanos);
        report.line("look-ups, of which revoked", ASKED + ", " + revoked)
                .line("look-up, median", micros(nanos[ASKED / 2]))
                .line("look-up, 99.9 %", micros(nanos[ASKED - ASKED / 1000]));
    }

    private static String micros(long nanos) {
        return String.format(Locale.ROOT, "%.2f µs", nanos / 1e3);
    }

    private static long usedAfterCollection() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}

package fr.sisamu.portail.account;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a search costs among a thousand and among a million accounts on PostgreSQL; run by its name, it prints and judges
 * nothing: {@code mvn -pl ejb -am test -Dtest=AccountSearchBench -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class AccountSearchBench {

    private static final int TRIES = 41;
    private static final List<String> TEXTS =
            List.of("nom", "nom4242 ", "prenom17 nom42", "prenom1 nom", "prenom17.nom4242", "899999123456", "");

    private final Portal portal = new Portal(TestDatabase.of(TestDatabase.Kind.POSTGRESQL));
    private final Rows rows = portal.rows();
    private final AccountRegister register = portal.get(AccountRegister.class);

    @Test
    void measuresAThousandAndAMillion() {
        fill(1, 1_000);
        measure("1,000");
        fill(1_001, 1_000_000);
        measure("1,000,000");
    }

    private void measure(String accounts) {
        for (String text : TEXTS) {
            Optional<String> tenth = Optional.empty();
            for (int page = 0; page < 10; page++) {
                Optional<String> next = register.find(text, tenth).next();
                tenth = next.isPresent() ? next : tenth;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%10s accounts, « %s »: first page %.1f ms, a later page %.1f ms%n",
                    accounts,
                    text,
                    median(text, Optional.empty()),
                    median(text, tenth));
        }
    }

    private double median(String text, Optional<String> after) {
        long[] nanos = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            register.find(text, after);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[TRIES / 2] / 1e6;
    }

    private void fill(int from, int to) {
        String some = " from generate_series(" + from + ", " + to + ") n";
        String given = "'prenom' || n % 997";
        String family = "'nom' || n % 99991";
        rows.run(
                "insert into account (id, login_name, given_name, family_name, status, created_at, version, index_version)"
                        + " select 50000000 + n, " + given + " || '.' || " + family + " || 'x' || n, " + given + ", "
                        + family
                        + ", 'ACTIVE', current_timestamp, 1, " + IndexEntries.VERSION + some);
        for (String entry : List.of(
                family + " || ' ' || " + given,
                given + " || ' ' || " + family,
                given + " || '.' || " + family + " || 'x' || n",
                "'8999' || lpad(n::text, 8, '0')")) {
            rows.run("insert into account_entry (entry, account_id) select convert_to(" + entry
                    + ", 'UTF8'), 50000000 + n" + some);
        }
        rows.run("analyze account");
        rows.run("analyze account_entry");
    }
}

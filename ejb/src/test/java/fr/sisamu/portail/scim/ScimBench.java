package fr.sisamu.portail.scim;

import static fr.sisamu.portail.scim.ScimWorld.RH;

import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What requests of SCIM cost among a thousand and among a million accounts on PostgreSQL; run by its name, it prints and
 * judges nothing: {@code mvn -pl ejb -am test -Dtest=ScimBench -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ScimBench {

    private static final int TRIES = 21;

    private final ScimWorld world = new ScimWorld(TestDatabase.Kind.POSTGRESQL);
    private final Rows rows = world.rows;
    private final String unit = world.unit();

    @Test
    void measuresAThousandAndAMillion() {
        fill(1, 1_000);
        measure("1,000");
        fill(1_001, 1_000_000);
        measure("1,000,000");
    }

    private void measure(String accounts) {
        String group = unit + " Fonction 7";
        list(accounts, ScimKind.GROUP, "displayName eq \"" + group + "\"", "members", "1");
        list(accounts, ScimKind.GROUP, "displayName eq \"" + group + "\"", "", "1");
        list(accounts, ScimKind.USER, "userName eq \"prenom.nom777\"", "", "1");
        list(accounts, ScimKind.USER, "externalId eq \"K777\"", "", "1");
        list(accounts, ScimKind.USER, Schemas.SI_SAMU_USER + ":nationalIdentifiers eq \"2SCIM777\"", "", "1");
        list(accounts, ScimKind.USER, "userName eq \"prenom.nom777\" or externalId eq \"K778\"", "", "1");
        list(accounts, ScimKind.USER, "", "", "1");
        list(accounts, ScimKind.USER, "", "", "900");
        list(accounts, ScimKind.USER, "", "", "900000");
        String one = "50000777";
        print(accounts, "one user", () -> world.get(ScimKind.USER, one));
        String name = "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"%s\"}";
        int[] turn = {0};
        print(
                accounts,
                "a name",
                () -> world.patch(ScimKind.USER, one, name.formatted(turn[0]++ % 2 == 0 ? "Zoé" : "Zora")));
        String active = "{\"op\":\"replace\",\"path\":\"active\",\"value\":%b}";
        print(accounts, "closed and opened", () -> {
            world.patch(ScimKind.USER, one, active.formatted(false));
            world.patch(ScimKind.USER, one, active.formatted(true));
            rows.run("delete from scim_leaving");
        });
    }

    private void list(String accounts, ScimKind kind, String filter, String excluded, String start) {
        ScimQuery query = new ScimQuery(filter, "", excluded, "", "", start, "100");
        print(
                accounts,
                kind + " " + filter + " without «" + excluded + "» from " + start,
                () -> world.scim.list(RH, kind, query));
    }

    private static void print(String accounts, String what, Runnable request) {
        long[] nanos = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            request.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "%10s accounts, %s: %.1f ms%n", accounts, what, nanos[TRIES / 2] / 1e6);
    }

    private void fill(int from, int to) {
        String some = " from generate_series(" + from + ", " + to + ") n";
        rows.run(
                "insert into account (id, login_name, given_name, family_name, status, created_at, version, index_version)"
                        + " select 50000000 + n, 'prenom.nom' || n, 'Prénom', 'Nom' || n, 'ACTIVE', current_timestamp, 1, 1"
                        + some);
        rows.run("insert into scim_user (account_id, external_id) select 50000000 + n, 'K' || n" + some);
        rows.run("insert into account_identifier select '2SCIM' || n, 50000000 + n, current_timestamp" + some);
        String at = rows.one("select id from unit where code = ?", unit);
        rows.run("insert into profile select 50000000 + n, 50000000 + n, " + at
                + ", 'Fonction ' || (n % 997), true, date '2026-01-01', null, null, 1" + some);
        for (String table : new String[] {"account", "scim_user", "account_identifier", "profile"}) {
            rows.run("analyze " + table);
        }
    }
}

package fr.sisamu.portail.revocation;

import fr.sisamu.portail.partners.igc.Authority;
import fr.sisamu.portail.partners.igc.Card;
import fr.sisamu.portail.partners.igc.FakeIgc;
import fr.sisamu.portail.testdb.MovableClock;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Rows;
import fr.sisamu.portail.testdb.TestDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An authority that signs lists, servers that give them or fail, and a portal on an empty store of lists. */
final class ListWorld {

    static final FakeIgc IGC = FakeIgc.create(new MovableClock());
    static final Authority AUTHORITY = IGC.authority("ACI-FO-PP");
    static final Authority ROGUE = IGC.authority("FAUX-ACI-FO-PP");
    static final Card GOOD = IGC.card("cps-medecin-auth");
    static final Card REVOKED = IGC.card("cps-medecin-revoque");
    static final Duration WEEK = Duration.ofDays(7);

    final TestDatabase.Kind database;
    final Servers servers = new Servers();
    Portal portal;

    ListWorld(TestDatabase.Kind database) {
        this.database = database;
        portal = start();
        Rows rows = portal.rows();
        rows.run("delete from revocation_list_piece");
        rows.run("delete from revocation_list");
        rows.run("delete from revocation_fetch");
        rows.run("delete from revocation_bypass");
    }

    /** A node with nothing in memory, on the database as it stands. */
    Portal start() {
        return new Portal(TestDatabase.of(database))
                .with(RevocationAuthorities.class, () -> List.of(AUTHORITY.certificate()))
                .with(RevocationListSource.class, servers)
                .with(
                        "portail.revocation.urls",
                        name(AUTHORITY.certificate()) + "|http://first.example/a.crl," + name(AUTHORITY.certificate())
                                + "|http://second.example/a.crl");
    }

    static String name(X509Certificate authority) {
        return AuthorityKey.nameOf(authority);
    }

    Instant now() {
        return portal.clock().instant();
    }

    /** A list of this number, just published, good for a week, that revokes the one card. */
    byte[] list(long number) {
        return AUTHORITY.crl(now(), now().plus(WEEK), BigInteger.valueOf(number), List.of(serial(REVOKED)));
    }

    ImportResult take(byte[] list) {
        return portal.get(RevocationImport.class).take(list, "test");
    }

    RevocationAnswer check(Card card) {
        return check(portal, card);
    }

    RevocationAnswer check(Portal node, Card card) {
        return node.get(RevocationService.class).check(card.certificate(), AUTHORITY.certificate());
    }

    static BigInteger serial(Card card) {
        return card.certificate().getSerialNumber();
    }

    /** Servers of lists by address; one that has none is down. */
    static final class Servers implements RevocationListSource {

        final Map<String, byte[]> lists = new HashMap<>();
        final List<String> asked = new ArrayList<>();

        @Override
        public synchronized byte[] fetch(URI address, int limit) throws RevocationListUnavailableException {
            asked.add(address.getHost());
            byte[] list = lists.get(address.getHost());
            if (list == null) {
                throw new RevocationListUnavailableException(address, new IOException("down"));
            }
            return list;
        }
    }
}

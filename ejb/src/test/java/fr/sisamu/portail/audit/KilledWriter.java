package fr.sisamu.portail.audit;

import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import java.util.stream.IntStream;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that writes to the trace from several threads until somebody kills it, and says what it was promised. */
public final class KilledWriter {

    private static final int THREADS = 4;

    private KilledWriter() {}

    /** Begins; the arguments are the address of the database and the name of the node. */
    public static void main(String[] arguments) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(arguments[0]);
        Portal portal = new Portal(TestDatabase.behind(database)).with("portail.node", arguments[1]);
        AuditTrail trail = portal.get(AuditTrail.class);
        IntStream.range(0, THREADS).forEach(i -> new Thread(() -> write(trail)).start());
    }

    private static void write(AuditTrail trail) {
        while (true) {
            Trace trace = Trace.of(TraceKind.LOGIN, "CPX");
            trail.record(trace);
            System.out.println(trace.supportCode());
        }
    }
}

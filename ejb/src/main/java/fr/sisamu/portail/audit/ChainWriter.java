package fr.sisamu.portail.audit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Writes rows at the end of this node's chain, in one short transaction with the move of its head. One thread at a time
 * comes here ({@link TraceQueue}); a second process under the same name is held back by the row of the head.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
class ChainWriter {

    /** A segment is sealed when it holds so many rows, and every hour. */
    static final int SEGMENT = 1000;

    @Resource(lookup = "jdbc/portail")
    DataSource database;

    @Inject
    SealKeys keys;

    @Inject
    @ConfigProperties
    AuditSettings settings;

    @Inject
    Clock clock;

    private final EntryIds ids = new EntryIds();

    private ChainHeads heads;
    private Seals seals;
    private String node;

    /** The head as this process left it: spares a question. Null when the database must be asked. */
    private ChainHead remembered;

    /** The last row that was surely committed: who moves the head back behind it is found out. */
    private long lastCommitted;

    @PostConstruct
    void prepare() {
        heads = new ChainHeads(keys);
        seals = new Seals(keys);
        node = Printable.cut(settings.node.strip(), 64);
        if (node.equals(Seal.BEFORE_THE_CHAIN)) {
            throw new IllegalStateException("portail.node is empty");
        }
    }

    /** Writes all of these rows or none, and returns them as they stand. */
    List<TraceRow> write(List<PendingRow> pending) throws SQLException {
        ChainHead from = remembered;
        remembered = null; // unless the transaction succeeds
        List<TraceRow> rows = new ArrayList<>();
        Extension done = Transaction.write(database, connection -> append(connection, pending, from, rows));
        committed(done.end());
        rows.addAll(done.rows());
        return rows;
    }

    /** Seals the rows that no seal covers yet. */
    void seal() throws SQLException {
        remembered = null;
        committed(Transaction.write(database, connection -> {
            ChainHead head = locked(connection);
            if (head.sequence() == head.sealedTo() || head.interrupted()) {
                return head;
            }
            seals.sealSegment(connection, head, head.sealedTo() + 1, clock.instant());
            heads.moveLocked(connection, head.sealed());
            return head.sealed();
        }));
    }

    private void committed(ChainHead head) {
        remembered = head.interrupted() ? null : head;
        lastCommitted = Math.max(lastCommitted, head.sequence());
    }

    private Extension append(
            Connection connection, List<PendingRow> pending, ChainHead from, List<TraceRow> alreadyThere)
            throws SQLException {
        List<TraceRow> missing = new ArrayList<>();
        for (PendingRow row : pending) {
            Optional<TraceRow> there = row.committed(connection, node);
            if (there.isPresent()) {
                alreadyThere.add(there.get());
            } else {
                missing.add(row.numbered(connection, ids, node));
            }
        }
        Extension next = from == null ? null : Extension.of(from, missing);
        if (next == null || !heads.move(connection, from, next.end())) {
            next = Extension.of(locked(connection), missing);
            heads.moveLocked(connection, next.end());
        }
        insert(connection, next.rows());
        if (next.endsSegment()) {
            seals.sealSegment(connection, next.end(), next.start().sealedTo() + 1, clock.instant());
        }
        return next;
    }

    private ChainHead locked(Connection connection) throws SQLException {
        Optional<ChainHead> head = heads.lock(connection, node, lastCommitted);
        return head.isPresent() ? head.get() : begun(connection);
    }

    private ChainHead begun(Connection connection) throws SQLException {
        if (!seals.beforeTheChainIsSealed(connection)) {
            seals.sealBeforeTheChain(connection, clock.instant());
        }
        ChainHead beginning = ChainHead.beginning(node);
        heads.insert(connection, beginning);
        return beginning;
    }

    private static void insert(Connection connection, List<TraceRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(TraceColumns.INSERT)) {
            for (TraceRow row : rows) {
                TraceColumns.set(insert, row);
                if (rows.size() == 1) {
                    insert.executeUpdate();
                    return;
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}

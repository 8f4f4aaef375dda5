package fr.sisamu.portail.audit;

import fr.sisamu.portail.audit.ChainFault.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows that are older than every chain, counted and digested together in the order of their ids. */
record RowsBeforeTheChain(long count, String digest, Optional<Instant> lastAt) {

    static RowsBeforeTheChain read(Connection connection) throws SQLException {
        RowDigest digest = RowDigest.ofMany();
        long count = 0;
        Instant last = null;
        try (PreparedStatement select = connection.prepareStatement(
                "select " + TraceColumns.ALL + " from audit_entry where sequence_number is null order by id")) {
            select.setFetchSize(TraceColumns.AT_ONCE);
            select.setQueryTimeout(TraceColumns.PATIENCE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    TraceRow row = TraceColumns.read(rows);
                    digest.addRow(row);
                    count++;
                    last = last == null || row.at().isAfter(last) ? row.at() : last;
                }
            }
        }
        return new RowsBeforeTheChain(count, digest.text(), Optional.ofNullable(last));
    }

    /** What is wrong with these rows, judged by their seal. */
    Optional<ChainFault> differFrom(List<Seals.Found> sealed) {
        if (sealed.isEmpty()) {
            return fault(Kind.SEAL_BROKEN, "their seal is missing");
        }
        Seal seal = sealed.get(0).seal();
        if (!sealed.get(0).genuine()) {
            return fault(Kind.SEAL_BROKEN, "their seal is not genuine");
        }
        String counts = "there were " + seal.rows() + " before the chain, now there are " + count;
        if (count < seal.rows()) {
            return fault(Kind.DELETED, counts);
        }
        if (count > seal.rows()) {
            return fault(Kind.INSERTED, counts);
        }
        return digest.equals(seal.digest()) ? Optional.empty() : fault(Kind.EDITED, "one of those before the chain");
    }

    private static Optional<ChainFault> fault(Kind kind, String detail) {
        return Optional.of(new ChainFault(kind, Seal.BEFORE_THE_CHAIN, 0, detail));
    }
}

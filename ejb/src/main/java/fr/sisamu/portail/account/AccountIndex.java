package fr.sisamu.portail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** Writes the entries by which accounts are found. */
@ApplicationScoped
class AccountIndex {

    private static final String IDENTIFIERS = "select identifier from account_identifier where account_id = ?1";
    private static final String ENDINGS =
            "select right(address, 4) from otp_channel where account_id = ?1 and kind = 'SMS'";
    private static final String CLEAR = "delete from account_entry where account_id = ?1";
    private static final String ADD =
            "insert into account_entry (entry, account_id) values (?1, ?2) on conflict do nothing";
    private static final String DONE = "update account set index_version = ?2 where id = ?1";
    private static final String BEHIND =
            "select id from account where index_version < ?1 order by index_version, id limit ?2";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    /** Writes the entries of this account anew, in the caller's transaction. */
    @Transactional
    void write(long account) {
        rows.flush();
        StoredAccount stored = rows.find(StoredAccount.class, account);
        rows.refresh(stored);
        Set<String> entries = stored.entries(texts(IDENTIFIERS, account), texts(ENDINGS, account));
        rows.createNativeQuery(CLEAR).setParameter(1, account).executeUpdate();
        for (String entry : entries) {
            rows.createNativeQuery(ADD)
                    .setParameter(1, IndexEntries.bytes(entry))
                    .setParameter(2, account)
                    .executeUpdate();
        }
        rows.createNativeQuery(DONE)
                .setParameter(1, account)
                .setParameter(2, IndexEntries.VERSION)
                .executeUpdate();
    }

    /** Accounts that came by another way than the services, or before the present rules. */
    List<Long> behind(int limit) {
        List<?> found = rows.createNativeQuery(BEHIND)
                .setParameter(1, IndexEntries.VERSION)
                .setParameter(2, limit)
                .getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private List<String> texts(String sql, long account) {
        List<?> found = rows.createNativeQuery(sql).setParameter(1, account).getResultList();
        return found.stream().map(String.class::cast).toList();
    }
}

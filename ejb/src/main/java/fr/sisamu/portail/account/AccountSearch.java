package fr.sisamu.portail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds accounts by the beginning of what they are found by. Each page is one range of the key, read from where the last
 * one ended (keyset), so that a million accounts cost no more than a thousand.
 */
@ApplicationScoped
class AccountSearch {

    static final int PAGE = 25;

    private static final int WORDS = 5;
    private static final int LONGEST = 100;

    /** An account with several entries in the range is shown at the first. */
    private static final String FIND = """
            select e.entry, a.id, a.login_name, a.given_name, a.family_name, a.status
            from account_entry e join account a on a.id = e.account_id
            where e.entry >= ?3 and e.entry < ?2 and (e.entry > ?3 or e.account_id > ?4)
              and not exists (select 1 from account_entry f
                              where f.account_id = e.account_id and f.entry >= ?1 and f.entry < e.entry)""";

    private static final String ORDER = " order by e.entry, e.account_id limit " + (PAGE + 1);

    private static final String ALL = "select cast(null as bytea), id, login_name, given_name, family_name, status"
            + " from account where login_name > ?1 order by login_name limit " + (PAGE + 1);

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    /**
     * A page of what is found.
     *
     * @param after where the last page ended; anything else than what was handed out begins at the beginning
     */
    FoundAccounts find(String text, Optional<String> after) {
        List<String> words = IndexEntries.words(text.length() <= LONGEST ? text : text.substring(0, LONGEST)).stream()
                .sorted(Comparator.comparingInt(String::length).reversed()) // the longest is the rarest
                .limit(WORDS)
                .toList();
        Optional<Mark> mark = after.flatMap(Mark::of);
        return words.isEmpty() ? all(mark) : find(words, mark);
    }

    private FoundAccounts all(Optional<Mark> mark) {
        String after = mark.map(Mark::entry).orElse("");
        return page(rows.createNativeQuery(ALL).setParameter(1, after));
    }

    private FoundAccounts find(List<String> words, Optional<Mark> mark) {
        StringBuilder sql = new StringBuilder(FIND);
        for (int i = 1; i < words.size(); i++) {
            sql.append(" and exists (select 1 from account_entry w where w.account_id = e.account_id and w.entry >= ?")
                    .append(2 * i + 3)
                    .append(" and w.entry < ?")
                    .append(2 * i + 4)
                    .append(')');
        }
        Query query = rows.createNativeQuery(sql.append(ORDER).toString());
        byte[] first = IndexEntries.bytes(words.get(0));
        query.setParameter(1, first)
                .setParameter(2, end(first))
                .setParameter(
                        3,
                        mark.map(m -> later(first, IndexEntries.bytes(m.entry))).orElse(first))
                .setParameter(4, mark.map(m -> m.account).orElse(Long.MIN_VALUE));
        for (int i = 1; i < words.size(); i++) {
            byte[] word = IndexEntries.bytes(words.get(i));
            query.setParameter(2 * i + 3, word).setParameter(2 * i + 4, end(word));
        }
        return page(query);
    }

    private static FoundAccounts page(Query query) {
        List<?> found = query.getResultList();
        List<Object[]> lines =
                found.stream().map(Object[].class::cast).limit(PAGE).toList();
        Optional<String> next =
                found.size() > PAGE ? Optional.of(lines.get(PAGE - 1)).map(Mark::after) : Optional.empty();
        return new FoundAccounts(lines.stream().map(AccountSearch::line).toList(), next);
    }

    private static FoundAccount line(Object[] row) {
        return new FoundAccount(
                new AccountId(((Number) row[1]).longValue()),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                row[5].equals("CLOSED"));
    }

    private static byte[] later(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other) > 0 ? one : other;
    }

    /** No entry that begins like this comes after it. */
    private static byte[] end(byte[] beginning) {
        byte[] end = Arrays.copyOf(beginning, beginning.length + 1);
        end[beginning.length] = (byte) 0xFF; // never in UTF-8
        return end;
    }

    /** The last line of a page: the text it is ordered by, and its account. */
    private record Mark(String entry, long account) {

        static Optional<Mark> of(String text) {
            try {
                int dot = text.indexOf('.');
                byte[] entry = Base64.getUrlDecoder().decode(text.substring(dot + 1));
                long account = Long.parseLong(text.substring(0, Math.max(0, dot)));
                return Optional.of(new Mark(new String(entry, StandardCharsets.UTF_8), account))
                        .filter(mark -> mark.entry.indexOf(0) < 0); // which PostgreSQL takes in no text
            } catch (IllegalArgumentException garbage) {
                return Optional.empty();
            }
        }

        static String after(Object[] row) {
            byte[] entry = row[0] == null ? IndexEntries.bytes((String) row[2]) : (byte[]) row[0];
            return row[1] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(entry);
        }
    }
}

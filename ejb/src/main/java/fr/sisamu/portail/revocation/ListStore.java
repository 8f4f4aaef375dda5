package fr.sisamu.portail.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Keeps lists exactly as they were signed, so that they are verified again when they are read. In pieces, because H2
 * holds at most a megabyte in one value.
 */
@ApplicationScoped
class ListStore {

    private static final int PIECE = 512 * 1024;

    @PersistenceContext(unitName = "portail")
    EntityManager entityManager;

    Optional<StoredList> newest(String authority, boolean delta) {
        return all(authority, delta).stream()
                .max(Comparator.comparing(StoredList::number).thenComparing(StoredList::id));
    }

    List<StoredList> all(String authority, boolean delta) {
        return entityManager
                .createQuery(
                        "select l from StoredList l where l.authority = :authority and l.delta = :delta",
                        StoredList.class)
                .setParameter("authority", authority)
                .setParameter("delta", delta)
                .getResultList();
    }

    void add(SignedList list, byte[] der, String source, Instant now) {
        StoredList row = new StoredList(list, der.length, source, now);
        entityManager.persist(row);
        entityManager.flush();
        for (int from = 0; from < der.length; from += PIECE) {
            entityManager
                    .createNativeQuery(
                            "insert into revocation_list_piece (list_id, position, content) values (?1, ?2, ?3)")
                    .setParameter(1, row.id())
                    .setParameter(2, from / PIECE)
                    .setParameter(3, Arrays.copyOfRange(der, from, Math.min(der.length, from + PIECE)))
                    .executeUpdate();
        }
    }

    void remove(StoredList list) {
        entityManager
                .createNativeQuery("delete from revocation_list_piece where list_id = ?1")
                .setParameter(1, list.id())
                .executeUpdate();
        entityManager
                .createQuery("delete from StoredList l where l.id = :id")
                .setParameter("id", list.id())
                .executeUpdate();
    }

    /** The octets of a list, or nothing when another node has just replaced it. */
    Optional<byte[]> octets(StoredList list) {
        byte[] der = new byte[list.octets()];
        for (int from = 0; from < der.length; from += PIECE) {
            List<?> piece = entityManager
                    .createNativeQuery("select content from revocation_list_piece where list_id = ?1 and position = ?2")
                    .setParameter(1, list.id())
                    .setParameter(2, from / PIECE)
                    .getResultList();
            int length = Math.min(PIECE, der.length - from);
            if (piece.size() != 1 || !(piece.get(0) instanceof byte[] content) || content.length != length) {
                return Optional.empty();
            }
            System.arraycopy(content, 0, der, from, length);
        }
        return Optional.of(der);
    }
}

package fr.sisamu.portail.revocation;

import static fr.sisamu.portail.revocation.ListRefusal.DELTA_WITHOUT_BASE;
import static fr.sisamu.portail.revocation.ListRefusal.OLDER;

import fr.sisamu.portail.revocation.ImportResult.Imported;
import fr.sisamu.portail.revocation.ImportResult.Refused;
import fr.sisamu.portail.revocation.ImportResult.Unchanged;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Puts a verified list in the place of an older one, in one transaction: there is never none, and never half of one. */
@Stateless
public class ListReplacement {

    @Inject
    ListStore lists;

    @Inject
    Clock clock;

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public ImportResult replace(SignedList list, byte[] der, String source) {
        Optional<StoredList> full = lists.newest(list.authority(), false);
        Optional<StoredList> held = list.delta() ? lists.newest(list.authority(), true) : full;
        if (held.isPresent()) {
            int order = list.number().compareTo(held.get().number());
            if (order == 0) {
                return new Unchanged(list.authority(), list.number(), list.nextUpdate());
            }
            if (order < 0 || list.thisUpdate().isBefore(held.get().thisUpdate())) {
                return new Refused(
                        OLDER,
                        "number " + list.number() + ", held " + held.get().number());
            }
        }
        if (list.delta()) {
            if (full.isEmpty() || full.get().number().compareTo(list.base().orElseThrow()) < 0) {
                return new Refused(DELTA_WITHOUT_BASE, "base " + list.base().orElseThrow());
            }
            if (full.get().number().compareTo(list.number()) >= 0) {
                return new Unchanged(list.authority(), list.number(), list.nextUpdate());
            }
        }
        List<StoredList> replaced = lists.all(list.authority(), list.delta());
        lists.add(list, der, source, clock.instant());
        replaced.forEach(lists::remove);
        return new Imported(list.authority(), list.number(), list.delta(), list.entries(), list.nextUpdate());
    }
}

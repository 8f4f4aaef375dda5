package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.profile.HeldProfile;
import fr.sisamu.portail.profile.ProfileRegister;
import fr.sisamu.portail.profile.ProfileTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Gives and ends the profiles that make groups, each request in one transaction: all of it or nothing. */
@ApplicationScoped
class GroupWriting {

    /** Members that one request may bring or take away. */
    static final int MOST = 1000;

    @Inject
    GroupStore groups;

    @Inject
    GroupReading reading;

    @Inject
    UserStore users;

    @Inject
    ProfileRegister profiles;

    @Inject
    LeavingGuard guard;

    @Inject
    Clock clock;

    @Transactional
    Written create(GroupContent content) {
        GroupName.Meaning meaning = content.meaning();
        Long unit = groups.unit(meaning.unitCode())
                .orElseThrow(() -> new RefusedException(ScimRefusal.UNKNOWN_UNIT, meaning.unitCode()));
        groups.register();
        if (groups.find(meaning).isPresent() || !groups.add(unit, meaning.function())) {
            throw new RefusedException(ScimRefusal.GROUP_EXISTS, meaning.unitCode() + " " + meaning.function());
        }
        GroupRow group = groups.find(meaning).orElseThrow();
        return new Written(group.id(), settle(group, content));
    }

    /** @param content what the group is to be, made from how it is now */
    @Transactional
    Written change(long id, Optional<String> ifMatch, Function<ObjectNode, GroupContent> content) {
        GroupRow group = groups.findForChange(id).orElseThrow(() -> notFound(id));
        ObjectNode now = reading.whole(group);
        EntityTag.check(ifMatch, Locations.versionIn(now).orElse(""));
        GroupContent wanted = content.apply(now);
        if (!isCalled(group, wanted.meaning())) {
            throw new RefusedException(ScimRefusal.MUTABILITY, "displayName");
        }
        return new Written(id, settle(group, wanted));
    }

    /** Ends the profiles of all its holders; the group is gone until somebody holds the function again. */
    @Transactional
    Written remove(long id, Optional<String> ifMatch) {
        GroupRow group = groups.findForChange(id).orElseThrow(() -> notFound(id));
        EntityTag.check(ifMatch, Locations.versionIn(reading.whole(group)).orElse(""));
        List<Deed> deeds = members(group, Set.of());
        groups.remove(id);
        return new Written(id, deeds);
    }

    private List<Deed> settle(GroupRow group, GroupContent content) {
        content.externalId()
                .filter(key -> !key.equals(group.externalId().orElse("")))
                .ifPresent(key -> {
                    if (!groups.name(group.id(), key)) {
                        throw new RefusedException(ScimRefusal.EXTERNAL_ID_TAKEN, key);
                    }
                });
        return content.members().map(wanted -> members(group, wanted)).orElse(List.of());
    }

    private List<Deed> members(GroupRow group, Set<Long> wanted) {
        Set<Long> gone = new TreeSet<>();
        groups.members(List.of(group.id())).getOrDefault(group.id(), List.of()).stream()
                .map(Member::account)
                .forEach(gone::add);
        Set<Long> fresh = new TreeSet<>(wanted);
        fresh.removeAll(gone);
        gone.removeAll(wanted);
        if (fresh.size() + gone.size() > MOST) {
            throw new RefusedException(ScimRefusal.TOO_MANY_MEMBERS, Integer.toString(MOST));
        }
        demandUsers(fresh);
        guard.profiles(gone.size());
        List<Deed> deeds = new ArrayList<>();
        gone.forEach(account -> end(group, new AccountId(account), deeds));
        boolean phone = groups.needsPhone(group);
        fresh.forEach(account -> deeds.add(give(group, new AccountId(account), phone)));
        return deeds;
    }

    private void demandUsers(Set<Long> accounts) {
        Set<Long> unknown = new TreeSet<>(accounts);
        if (!accounts.isEmpty()) {
            unknown.removeAll(users.seen(accounts));
        }
        if (!unknown.isEmpty()) {
            throw new RefusedException(
                    ScimRefusal.UNKNOWN_MEMBER, unknown.iterator().next().toString());
        }
    }

    private Deed give(GroupRow group, AccountId account, boolean needsPhone) {
        ProfileTerms terms = new ProfileTerms(group.function(), needsPhone, Today.in(clock), Optional.empty());
        if (!profiles.add(account, group.unitId(), terms)) {
            throw new RefusedException(ScimRefusal.UNKNOWN_MEMBER, Long.toString(account.value()));
        }
        return new Deed(account, "PROFILE_ADDED", "after " + group.unitCode() + " " + terms);
    }

    /** At once: yesterday is its last day, and its first one if it began later. */
    private void end(GroupRow group, AccountId account, List<Deed> deeds) {
        LocalDate yesterday = Today.in(clock).minusDays(1);
        for (HeldProfile held : profiles.of(account)) {
            ProfileTerms before = held.terms();
            boolean over =
                    before.validUntil().filter(last -> !last.isAfter(yesterday)).isPresent();
            boolean ofGroup =
                    held.unit().id() == group.unitId() && before.function().equals(group.function());
            if (ofGroup && !over) {
                LocalDate from = before.validFrom().isAfter(yesterday) ? yesterday : before.validFrom();
                ProfileTerms after =
                        new ProfileTerms(before.function(), before.needsPhone(), from, Optional.of(yesterday));
                if (!profiles.change(account, held, after)) {
                    throw new RefusedException(ScimRefusal.CHANGED_MEANWHILE, "");
                }
                deeds.add(new Deed(
                        account, "PROFILE_CHANGED", group.unitCode() + " before " + before + ", after " + after));
            }
        }
    }

    private static boolean isCalled(GroupRow group, GroupName.Meaning meaning) {
        return group.unitCode().equals(meaning.unitCode()) && group.function().equalsIgnoreCase(meaning.function());
    }

    private static RefusedException notFound(long id) {
        return new RefusedException(ScimRefusal.NOT_FOUND, GroupJson.id(id));
    }
}

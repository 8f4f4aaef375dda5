package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sisamu.portail.account.AccessRequests;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.AccountRegister;
import fr.sisamu.portail.account.AccountSheet;
import fr.sisamu.portail.account.LoginName;
import fr.sisamu.portail.account.NationalIdentifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes, changes and removes users, each request in one transaction: all of it or nothing. */
@ApplicationScoped
class UserWriting {

    @Inject
    AccountRegister register;

    @Inject
    AccessRequests requests;

    @Inject
    UserReading reading;

    @Inject
    UserStore users;

    @Inject
    UserProtection protection;

    /**
     * Makes an account. Whoever comes back, known by the same key or a national identifier, finds the account that the
     * identity system had deleted. The same login name alone proves nothing: that may be a namesake.
     */
    @Transactional
    Written create(UserContent content) {
        List<AccountId> before = users.removedBefore(
                content.externalId().orElse(""), content.identifiers().orElse(Set.of()));
        if (before.size() > 1) {
            throw new RefusedException(ScimRefusal.IDENTIFIER_HELD, "");
        }
        List<Deed> deeds = new ArrayList<>();
        boolean back = before.size() == 1;
        AccountId id = back ? before.get(0) : make(content, deeds);
        boolean active = content.active().orElse(true);
        if (back && active && register.reopen(id)) {
            deeds.add(new Deed(id, "REOPENED", "before closed, after active"));
        }
        users.appear(id);
        change(sheet(id), content, deeds);
        return written(id, deeds);
    }

    /** @param content what the user is to be, made from how it is now */
    @Transactional
    Written change(AccountId id, Optional<String> ifMatch, Function<ObjectNode, UserContent> content) {
        AccountSheet sheet = register.sheetForChange(id).orElseThrow(() -> notFound(id));
        ObjectNode now = reading.find(id).orElseThrow(() -> notFound(id));
        EntityTag.check(ifMatch, Locations.versionIn(now).orElse(""));
        List<Deed> deeds = new ArrayList<>();
        change(sheet, content.apply(now), deeds);
        return written(id, deeds);
    }

    /** Closes the account if it is open, and hides it from the identity system. */
    @Transactional
    Written remove(AccountId id, Optional<String> ifMatch) {
        AccountSheet sheet = register.sheetForChange(id).orElseThrow(() -> notFound(id));
        ObjectNode now = reading.find(id).orElseThrow(() -> notFound(id));
        EntityTag.check(ifMatch, Locations.versionIn(now).orElse(""));
        List<Deed> deeds = new ArrayList<>();
        if (!sheet.account().closed()) {
            close(id, deeds);
        }
        users.remove(id);
        return new Written(id.value(), deeds, Optional.of(id));
    }

    private AccountId make(UserContent content, List<Deed> deeds) {
        LoginName loginName = content.loginName();
        AccountId id = register.create(loginName, content.givenName(), content.familyName())
                .orElseThrow(() -> new RefusedException(ScimRefusal.USER_NAME_TAKEN, loginName.value()));
        deeds.add(new Deed(
                id,
                "CREATED",
                "after " + loginName.value() + " " + content.givenName().value() + " "
                        + content.familyName().value()));
        return id;
    }

    private void change(AccountSheet sheet, UserContent content, List<Deed> deeds) {
        AccountId id = sheet.account().id();
        names(sheet, content, deeds);
        content.identifiers().ifPresent(wanted -> identifiers(sheet, wanted, deeds));
        content.externalId().ifPresent(key -> externalId(id, key, deeds));
        boolean closed = sheet.account().closed();
        if (content.active().filter(active -> !active && !closed).isPresent()) {
            close(id, deeds);
        }
        if (content.active().filter(active -> active && closed).isPresent() && register.reopen(id)) {
            deeds.add(new Deed(id, "REOPENED", "before closed, after active"));
        }
    }

    private void names(AccountSheet sheet, UserContent content, List<Deed> deeds) {
        AccountId id = sheet.account().id();
        int version = sheet.version();
        String before = sheet.account().displayName();
        String after = content.givenName().value() + " " + content.familyName().value();
        if (!before.equals(after)) {
            if (!register.rename(id, version, content.givenName(), content.familyName())) {
                throw new RefusedException(ScimRefusal.CHANGED_MEANWHILE, "");
            }
            version++;
            deeds.add(new Deed(id, "RENAMED", "before " + before + ", after " + after));
        }
        String loginBefore = sheet.account().loginName();
        String login = content.loginName().value();
        if (!loginBefore.equals(login)) {
            if (!register.changeLoginName(id, version, content.loginName())) {
                throw new RefusedException(ScimRefusal.USER_NAME_TAKEN, login);
            }
            deeds.add(new Deed(id, "LOGIN_CHANGED", "before " + loginBefore + ", after " + login));
        }
    }

    private void identifiers(AccountSheet sheet, Set<NationalIdentifier> wanted, List<Deed> deeds) {
        AccountId id = sheet.account().id();
        Set<NationalIdentifier> held = new LinkedHashSet<>();
        sheet.identifiers().forEach(one -> held.add(one.identifier()));
        if (!held.equals(wanted)) {
            protection.ofIdentifiers(id);
        }
        for (NationalIdentifier gone : held) {
            if (!wanted.contains(gone) && register.removeIdentifier(gone, id)) {
                deeds.add(new Deed(id, "IDENTIFIER_REMOVED", gone.value()));
            }
        }
        for (NationalIdentifier fresh : wanted) {
            if (!held.contains(fresh)) {
                if (!register.addIdentifier(id, fresh)) {
                    throw new RefusedException(ScimRefusal.IDENTIFIER_HELD, fresh.value());
                }
                requests.decide(fresh, true); // whoever waited with this card has an account now
                deeds.add(new Deed(id, "IDENTIFIER_ADDED", fresh.value()));
            }
        }
    }

    private void externalId(AccountId id, String key, List<Deed> deeds) {
        String before = users.find(id).flatMap(UserRow::externalId).orElse("");
        if (before.equals(key)) {
            return;
        }
        if (!users.name(id, key)) {
            throw new RefusedException(ScimRefusal.EXTERNAL_ID_TAKEN, key);
        }
        deeds.add(new Deed(id, "EXTERNAL_ID_CHANGED", "before «" + before + "», after «" + key + "»"));
    }

    private void close(AccountId id, List<Deed> deeds) {
        protection.ofClosing(id);
        if (register.close(id)) {
            deeds.add(new Deed(id, "CLOSED", "before active, after closed"));
        }
    }

    private Written written(AccountId id, List<Deed> deeds) {
        boolean closed = users.find(id).filter(row -> !row.active()).isPresent();
        return new Written(id.value(), deeds, Optional.of(id).filter(account -> closed));
    }

    private AccountSheet sheet(AccountId id) {
        return register.sheetForChange(id).orElseThrow(() -> notFound(id));
    }

    private static RefusedException notFound(AccountId id) {
        return new RefusedException(ScimRefusal.NOT_FOUND, Long.toString(id.value()));
    }
}

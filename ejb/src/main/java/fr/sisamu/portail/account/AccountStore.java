package fr.sisamu.portail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Adds accounts and changes them by guarded statements: keys, states and versions decide who was first. */
@ApplicationScoped
class AccountStore {

    private static final String ADD = """
            insert into account (id, login_name, given_name, family_name, status, created_at, version)
            values (?1, ?2, ?3, ?4, 'ACTIVE', ?5, 1)
            on conflict do nothing""";

    private static final String REMOVE = "delete from account where id = ?1";

    private static final String RENAME = """
            update account set given_name = ?3, family_name = ?4, version = version + 1
            where id = ?1 and version = ?2""";
    private static final String CHANGE_LOGIN_NAME = """
            update account set login_name = ?3, version = version + 1
            where id = ?1 and version = ?2 and not exists (select 1 from account o where o.login_name = ?3)""";
    private static final String CLOSE = """
            update account set status = 'CLOSED', closed_at = ?2, version = version + 1
            where id = ?1 and status = 'ACTIVE'""";
    private static final String REOPEN = """
            update account set status = 'ACTIVE', closed_at = null, version = version + 1
            where id = ?1 and status = 'CLOSED'""";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    @Inject
    IdentifierStore identifiers;

    @Inject
    AccountIndex index;

    Optional<StoredAccount> find(AccountId id) {
        return Optional.ofNullable(rows.find(StoredAccount.class, id.value()));
    }

    /** With its row locked until the transaction ends. */
    Optional<StoredAccount> findForChange(AccountId id) {
        return Optional.ofNullable(rows.find(StoredAccount.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Empty if another account has the login name. */
    @Transactional
    Optional<AccountId> add(LoginName loginName, PersonName givenName, PersonName familyName, Instant now) {
        long id = nextId();
        NewAccount account = new NewAccount(givenName.value(), familyName.value(), Optional.empty());
        if (!add(id, loginName, account, now.atOffset(ZoneOffset.UTC))) {
            return Optional.empty();
        }
        index.write(id);
        return Optional.of(new AccountId(id));
    }

    /** Empty if another account holds the national identifier. */
    @Transactional
    Optional<AccountId> add(NewAccount account, Instant now) {
        long id = nextId();
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        LoginName name = LoginName.proposed(account.givenName(), account.familyName());
        int n = 1;
        while (!add(id, name.numbered(n), account, at)) {
            n++;
        }
        AccountId added = new AccountId(id);
        if (account.identifier()
                .filter(one -> !identifiers.add(added, one, now))
                .isPresent()) {
            rows.createNativeQuery(REMOVE).setParameter(1, id).executeUpdate();
            return Optional.empty();
        }
        index.write(id);
        return Optional.of(added);
    }

    private long nextId() {
        return ((Number) rows.createNativeQuery("select nextval('account_seq')").getSingleResult()).longValue();
    }

    private boolean add(long id, LoginName name, NewAccount account, OffsetDateTime at) {
        return rows.createNativeQuery(ADD)
                        .setParameter(1, id)
                        .setParameter(2, name.value())
                        .setParameter(3, account.givenName())
                        .setParameter(4, account.familyName())
                        .setParameter(5, at)
                        .executeUpdate()
                == 1;
    }

    @Transactional
    boolean rename(AccountId id, int version, PersonName givenName, PersonName familyName) {
        int renamed = rows.createNativeQuery(RENAME)
                .setParameter(1, id.value())
                .setParameter(2, version)
                .setParameter(3, givenName.value())
                .setParameter(4, familyName.value())
                .executeUpdate();
        if (renamed == 1) {
            index.write(id.value());
        }
        return renamed == 1;
    }

    @Transactional
    boolean changeLoginName(AccountId id, int version, LoginName loginName) {
        int changed = rows.createNativeQuery(CHANGE_LOGIN_NAME)
                .setParameter(1, id.value())
                .setParameter(2, version)
                .setParameter(3, loginName.value())
                .executeUpdate();
        if (changed == 1) {
            index.write(id.value());
        }
        return changed == 1;
    }

    @Transactional
    boolean close(AccountId id, Instant now) {
        return rows.createNativeQuery(CLOSE)
                        .setParameter(1, id.value())
                        .setParameter(2, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    @Transactional
    boolean reopen(AccountId id) {
        return rows.createNativeQuery(REOPEN).setParameter(1, id.value()).executeUpdate() == 1;
    }
}

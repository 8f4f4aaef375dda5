package fr.sisamu.portail.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Adds accounts and identifiers; the keys of their tables decide who was first. */
@ApplicationScoped
class AccountStore {

    private static final String ADD = """
            insert into account (id, login_name, given_name, family_name, status, created_at, version)
            values (?1, ?2, ?3, ?4, 'ACTIVE', ?5, 1)
            on conflict do nothing""";

    private static final String NAME = """
            insert into account_identifier (identifier, account_id, added_at) values (?1, ?2, ?3)
            on conflict do nothing""";

    private static final String REMOVE = "delete from account where id = ?1";

    @PersistenceContext(unitName = "portail")
    EntityManager rows;

    /** Empty if another account holds the national identifier. */
    @Transactional
    Optional<AccountId> add(NewAccount account, Instant now) {
        long id = ((Number)
                        rows.createNativeQuery("select nextval('account_seq')").getSingleResult())
                .longValue();
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        LoginName name = LoginName.proposed(account.givenName(), account.familyName());
        int n = 1;
        while (!add(id, name.numbered(n), account, at)) {
            n++;
        }
        if (account.identifier().filter(one -> !name(id, one, at)).isPresent()) {
            rows.createNativeQuery(REMOVE).setParameter(1, id).executeUpdate();
            return Optional.empty();
        }
        return Optional.of(new AccountId(id));
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

    private boolean name(long id, NationalIdentifier identifier, OffsetDateTime at) {
        return rows.createNativeQuery(NAME)
                        .setParameter(1, identifier.value())
                        .setParameter(2, id)
                        .setParameter(3, at)
                        .executeUpdate()
                == 1;
    }
}

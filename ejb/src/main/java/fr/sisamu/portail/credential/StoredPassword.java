package fr.sisamu.portail.credential;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.message.ChannelKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** The password of an account, as its hash. */
@Entity(name = "AccountPassword")
@Table(name = "account_password")
class StoredPassword {

    @Id
    @Column(name = "account_id")
    private long account;

    @Column(nullable = false)
    private String hash;

    @Column(name = "set_at")
    private Instant setAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "recovered_kind")
    private ChannelKind recoveredKind;

    @Column(name = "recovered_address")
    private String recoveredAddress;

    @Column(name = "recovered_at")
    private Instant recoveredAt;

    protected StoredPassword() {} // for JPA

    StoredPassword(AccountId account) {
        this.account = account.value();
    }

    String hash() {
        return hash;
    }

    Instant since() {
        return setAt;
    }

    void change(String newHash, Instant now, Optional<Recovered> recovered) {
        hash = newHash;
        setAt = now;
        recoveredKind = recovered.map(Recovered::kind).orElse(null);
        recoveredAddress = recovered.map(Recovered::address).orElse(null);
        recoveredAt = recovered.isPresent() ? now : null;
    }

    void rehash(String newHash) {
        hash = newHash;
    }

    void liftRecovery() {
        recoveredKind = null;
        recoveredAddress = null;
        recoveredAt = null;
    }

    /** The channel that may give no code yet, if one proved the person after this instant. */
    Optional<Recovered> recoveredSince(Instant instant) {
        return recoveredAt == null || recoveredAt.isBefore(instant)
                ? Optional.empty()
                : Optional.of(new Recovered(recoveredKind, recoveredAddress));
    }
}

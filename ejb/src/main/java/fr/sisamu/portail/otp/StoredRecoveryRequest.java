package fr.sisamu.portail.otp;

import fr.sisamu.portail.account.LoginName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The row of a request; whoever deletes it has it. */
@Entity(name = "RecoveryRequest")
@Table(name = "recovery_request")
@NamedQuery(
        name = StoredRecoveryRequest.LEFT_BEHIND,
        query = "select r.challenge from RecoveryRequest r where r.askedAt <= :before order by r.askedAt")
@NamedQuery(name = StoredRecoveryRequest.TAKE, query = "delete from RecoveryRequest r where r.challenge = :challenge")
class StoredRecoveryRequest {

    static final String LEFT_BEHIND = "RecoveryRequest.leftBehind";
    static final String TAKE = "RecoveryRequest.take";

    @Id
    @Column(name = "challenge_id")
    private String challenge;

    @Column(name = "login_name")
    private String loginName;

    @Column(nullable = false)
    private String language;

    @Column(nullable = false)
    private String origin;

    @Column(name = "asked_at")
    private Instant askedAt;

    protected StoredRecoveryRequest() {} // for JPA

    StoredRecoveryRequest(RecoveryRequest request, Instant askedAt) {
        this.challenge = request.challenge();
        this.loginName = request.name().map(LoginName::value).orElse(null);
        this.language = request.language().getLanguage();
        this.origin = request.origin();
        this.askedAt = askedAt;
    }

    RecoveryRequest view() {
        return new RecoveryRequest(
                challenge, Optional.ofNullable(loginName).map(LoginName::new), Locale.forLanguageTag(language), origin);
    }
}

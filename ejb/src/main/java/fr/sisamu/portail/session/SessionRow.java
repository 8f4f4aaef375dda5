package fr.sisamu.portail.session;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.profile.Profile;
import fr.sisamu.portail.unit.CardFirst;
import fr.sisamu.portail.unit.Unit;
import fr.sisamu.portail.unit.UnitAccess;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An open session with its account, profile and unit, brought by one query: every request of everybody asks for it. The
 * profile and unit are null until the choice.
 */
record SessionRow(
        Long id,
        LoginMethod method,
        AssuranceLevel level,
        String workstation,
        Instant openedAt,
        Instant provedAt,
        Instant stronglyProvedAt,
        Instant lastSeenAt,
        Instant expiresAt,
        AccountId account,
        String loginName,
        String givenName,
        String familyName,
        String accountStatus,
        Instant cardSeenAt,
        Long profileId,
        String function,
        Boolean needsPhone,
        LocalDate validFrom,
        LocalDate validUntil,
        Long unitId,
        String unitCode,
        String unitName,
        Integer idleTimeoutSeconds,
        Boolean otpAllowed,
        Boolean mailCodeAllowed,
        CardFirst cardFirst) {

    static final String SELECT = """
            select new fr.sisamu.portail.session.SessionRow(
              s.id, s.method, s.level, s.workstation, s.openedAt,
              s.provedAt, s.stronglyProvedAt, s.lastSeenAt, s.expiresAt,
              s.account, a.loginName, a.givenName, a.familyName, a.status, a.cardSeenAt,
              p.id, p.functionLabel, p.needsPhone, p.validFrom, p.validUntil,
              u.id, u.code, u.name, u.idleTimeoutSeconds,
              u.otpAllowed, u.mailCodeAllowed, u.cardFirst)
            from WorkSession s
              join Account a on a.id = s.account
              left join Profile p on p.id = s.profileId
              left join Unit u on u.id = p.unitId""";

    public SessionRow {} // JPA calls public constructors only

    /** Why this session may not go on, if so. */
    Optional<EndReason> over(Instant now, Duration idleWithoutProfile) {
        if (accountStatus.equals("CLOSED")) {
            return Optional.of(EndReason.ACCOUNT_CLOSED);
        }
        if (!now.isBefore(expiresAt)) {
            return Optional.of(EndReason.EXPIRED);
        }
        Duration idle = idleTimeoutSeconds == null ? idleWithoutProfile : Duration.ofSeconds(idleTimeoutSeconds);
        return now.isBefore(lastSeenAt.plus(idle)) ? Optional.empty() : Optional.of(EndReason.IDLE);
    }

    /** @param today the day in Europe/Paris, which decides whether the profile still counts */
    WorkSession view(LocalDate today) {
        Account holder = new Account(account, loginName, givenName, familyName, false, cardSeenAt != null);
        return new WorkSession(
                id,
                holder,
                method,
                level,
                profile(today),
                Optional.ofNullable(workstation),
                openedAt,
                Optional.ofNullable(provedAt),
                Optional.ofNullable(stronglyProvedAt),
                expiresAt);
    }

    private Optional<Profile> profile(LocalDate today) {
        if (profileId == null || today.isBefore(validFrom) || (validUntil != null && today.isAfter(validUntil))) {
            return Optional.empty();
        }
        Unit unit = new Unit(
                unitId,
                unitCode,
                unitName,
                Duration.ofSeconds(idleTimeoutSeconds),
                new UnitAccess(otpAllowed, mailCodeAllowed, cardFirst));
        return Optional.of(
                new Profile(profileId, unit, function, needsPhone, validFrom, Optional.ofNullable(validUntil)));
    }
}

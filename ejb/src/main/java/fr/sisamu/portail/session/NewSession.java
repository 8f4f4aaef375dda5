package fr.sisamu.portail.session;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import java.util.Optional;

/** What a login hands over to open a session; origin is the peer's address. */
public record NewSession(
        AccountId account,
        LoginMethod method,
        AssuranceLevel level,
        Optional<String> workstation,
        String origin,
        SupportCode supportCode) {}

package fr.sisamu.portail.prosanteconnect;

import fr.sisamu.portail.account.AccessRequest;
import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.otp.FirstLoginService;
import fr.sisamu.portail.session.ProofTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * From a proven holder to an account, by identifiers alone and never by a name; and the line in the trace, whatever comes of
 * it.
 */
@ApplicationScoped
class HolderJudgement {

    private static final String CARD_TYPE = "PSC";

    @Inject
    AccountService accounts;

    @Inject
    FirstLoginService firstLogins;

    @Inject
    AuditTrail trail;

    Arrival judge(Proof proof, SupportCode code, String origin) {
        if (proof instanceof Proof.Holder holder) {
            return judge(holder, code, origin);
        }
        if (proof instanceof Proof.LeftOpen earlier) {
            return refuse(PscRefusal.NOT_FRESH, earlier.cause(), code, origin);
        }
        Proof.Nothing nothing = (Proof.Nothing) proof;
        return refuse(nothing.reason(), nothing.cause(), code, origin);
    }

    Arrival refuse(PscRefusal reason, String cause, SupportCode code, String origin) {
        trail.record(trace(reason.name(), code, origin).detail(cause));
        return new Arrival.Refused(reason, code);
    }

    private Arrival judge(Proof.Holder holder, SupportCode code, String origin) {
        List<Account> found = accounts.findAll(holder.identifiers());
        Optional<PscRefusal> objection = objection(found);
        if (found.isEmpty()) {
            accounts.requestAccess(
                    new AccessRequest(holder.identifier(), holder.givenName(), holder.familyName(), CARD_TYPE, code));
        }
        Trace trace = trace(objection.map(Enum::name).orElse("ACCEPTED"), code, origin)
                .identifier(holder.identifier().value())
                .detail(detail(holder, found));
        trail.record(found.size() == 1 ? trace.account(found.get(0).id().value()) : trace);
        return objection
                .<Arrival>map(reason -> new Arrival.Refused(reason, code))
                .orElseGet(() -> new Arrival.Proven(
                        found.get(0).id(),
                        holder.level().assurance(),
                        code,
                        holder.authenticatedAt().map(ProofTime::at).orElse(ProofTime.UNKNOWN),
                        holder.session()));
    }

    private Optional<PscRefusal> objection(List<Account> found) {
        if (found.isEmpty()) {
            return Optional.of(PscRefusal.NO_ACCOUNT);
        }
        if (found.size() > 1) {
            return Optional.of(PscRefusal.CONFLICT);
        }
        Account account = found.get(0);
        if (account.closed()) {
            return Optional.of(PscRefusal.ACCOUNT_CLOSED);
        }
        return firstLogins.cardMissing(account) ? Optional.of(PscRefusal.FIRST_LOGIN_BY_CARD) : Optional.empty();
    }

    private static String detail(Proof.Holder holder, List<Account> found) {
        String identifiers = holder.identifiers().stream()
                .map(NationalIdentifier::value)
                .sorted()
                .collect(Collectors.joining(", "));
        String accounts = found.stream()
                .map(account -> String.valueOf(account.id().value()))
                .sorted()
                .collect(Collectors.joining(", "));
        return holder.level().text() + "; identifiers " + identifiers + "; accounts " + accounts;
    }

    private static Trace trace(String outcome, SupportCode code, String origin) {
        return Trace.of(TraceKind.PRO_SANTE_CONNECT, outcome).code(code).origin(origin);
    }
}

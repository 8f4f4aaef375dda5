package fr.sisamu.portail.otp;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.otp.UndoStore.Kept;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.throttle.Attempt;
import fr.sisamu.portail.throttle.ThrottleService;
import fr.sisamu.portail.throttle.Tried;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * « Annuler un changement »: whoever reads a channel from before a change of channels or password takes it back, without any
 * session. To look changes nothing; to undo works once, and opens nothing: whoever does it is no nearer to coming in.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UndoService {

    @Inject
    UndoStore undos;

    @Inject
    CredentialChanges changes;

    @Inject
    WorkSessionService sessions;

    @Inject
    ThrottleService throttle;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** What a secret leads to. */
    public sealed interface Undo {

        /**
         * A change that can be undone.
         *
         * @param what the channel that it was about, masked; may be empty
         * @param channels those that will be there again, masked
         */
        record Open(ChangeKind kind, String what, Instant changedAt, Instant expiresAt, List<String> channels)
                implements Undo {
            public Open {
                channels = List.copyOf(channels);
            }
        }

        /** Undone, by this very request or before. */
        record Done(ChangeKind kind, Instant at, boolean justNow, SupportCode supportCode) implements Undo {}

        /** No such change, too late, or replaced by an undoing that went further back. */
        record Gone(SupportCode supportCode) implements Undo {}

        record Delayed(Instant until) implements Undo {}
    }

    /** What this secret would undo. */
    public Undo look(String typed, String origin) {
        return judge(
                typed,
                origin,
                (change, code) -> changes.before(change)
                        .<Undo>map(channels -> new Undo.Open(
                                change.kind(),
                                change.what(),
                                change.changedAt(),
                                change.expiresAt(),
                                channels.stream().map(OtpChannel::masked).toList()))
                        .orElseGet(() -> over(Optional.of(change), code)));
    }

    /** Undoes it: restores the channels, withdraws a password set since, ends every session of the account. Traced. */
    public Undo undo(String typed, String origin, Locale language) {
        return judge(typed, origin, (change, code) -> {
            if (!changes.undo(change, language, code)) {
                return over(undos.byId(change.id()), code);
            }
            sessions.endOthers(change.account(), Optional.empty(), EndReason.CHANGE_UNDONE);
            trail.record(Trace.of(TraceKind.CHANGE_UNDONE, change.kind().name())
                    .code(code)
                    .account(change.account().value())
                    .origin(origin)
                    .detail(change.what() + ", changed at " + change.changedAt()));
            return new Undo.Done(change.kind(), clock.instant(), true, code);
        });
    }

    private interface Deed {
        Undo on(Kept change, SupportCode code);
    }

    private Undo judge(String typed, String origin, Deed deed) {
        String digest = UndoSecrets.digest(UndoSecrets.typed(typed));
        SupportCode code = SupportCode.random();
        Optional<Kept> change = undos.bySecret(digest);
        if (change.isEmpty()) {
            return unknown(digest, origin, code);
        }
        return change.get().openAt(clock.instant()) ? deed.on(change.get(), code) : over(change, code);
    }

    /**
     * Nobody guesses 130 bits: wrong ones are delayed for what they write into the trace. A right one never waits, or
     * whoever sits at the same address could keep the way back shut.
     */
    private Undo unknown(String digest, String origin, SupportCode code) {
        Optional<Instant> until = throttle.admit(new Attempt(Tried.UNDO, digest, origin, Optional.empty()));
        if (until.isPresent()) {
            return new Undo.Delayed(until.get());
        }
        trail.record(Trace.of(TraceKind.STEP_REFUSED, "UNDO_UNKNOWN").code(code).origin(origin));
        return new Undo.Gone(code);
    }

    private Undo over(Optional<Kept> change, SupportCode code) {
        Optional<Instant> undone = change.flatMap(Kept::undoneAt);
        if (undone.isPresent()) {
            return new Undo.Done(change.get().kind(), undone.get(), false, code);
        }
        Trace trace = Trace.of(TraceKind.STEP_REFUSED, "UNDO_TOO_LATE").code(code);
        trail.record(change.map(found -> trace.account(found.account().value())).orElse(trace));
        return new Undo.Gone(code);
    }
}

package fr.sisamu.portail.audit;

import java.util.Optional;

/**
 * One line of the trace before it is written: what happened, how it ended and to whom. Values are cut to their column
 * and freed of control characters when written; no secret, code, token or full phone number may be handed in.
 */
public record Trace(
        TraceKind kind,
        String outcome,
        SupportCode supportCode,
        Optional<Long> account,
        Optional<Long> session,
        Optional<String> identifier,
        Optional<String> unit,
        Optional<String> origin,
        Optional<String> workstation,
        String detail) {

    public static Trace of(TraceKind kind, String outcome) {
        return new Trace(
                kind,
                outcome,
                SupportCode.random(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    public Trace code(SupportCode code) {
        return new Trace(kind, outcome, code, account, session, identifier, unit, origin, workstation, detail);
    }

    public Trace account(long id) {
        return new Trace(
                kind, outcome, supportCode, Optional.of(id), session, identifier, unit, origin, workstation, detail);
    }

    public Trace session(long id) {
        return new Trace(
                kind, outcome, supportCode, account, Optional.of(id), identifier, unit, origin, workstation, detail);
    }

    public Trace identifier(String value) {
        return new Trace(
                kind, outcome, supportCode, account, session, Optional.of(value), unit, origin, workstation, detail);
    }

    public Trace unit(String code) {
        return new Trace(
                kind,
                outcome,
                supportCode,
                account,
                session,
                identifier,
                Optional.of(code),
                origin,
                workstation,
                detail);
    }

    public Trace origin(String address) {
        return new Trace(
                kind,
                outcome,
                supportCode,
                account,
                session,
                identifier,
                unit,
                Optional.of(address),
                workstation,
                detail);
    }

    public Trace workstation(String id) {
        return new Trace(
                kind, outcome, supportCode, account, session, identifier, unit, origin, Optional.of(id), detail);
    }

    public Trace detail(String text) {
        return new Trace(kind, outcome, supportCode, account, session, identifier, unit, origin, workstation, text);
    }
}

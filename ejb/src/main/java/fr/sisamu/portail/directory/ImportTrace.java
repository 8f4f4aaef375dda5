package fr.sisamu.portail.directory;

import fr.sisamu.portail.audit.AuditTrail;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.Trace;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.role.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;

/** The trace of an import: who, which files by their digests, what became of it, how many accounts before and after. */
@ApplicationScoped
class ImportTrace {

    @Inject
    AuditTrail trail;

    @Inject
    ImportReports reports;

    void settled(long id, ImportState state, Actor actor, SupportCode code) {
        record(state.name(), actor, code, summary(id));
    }

    void applied(long id, long before, long after, Actor actor, SupportCode code) {
        ImportReport report = reports.find(id).orElseThrow();
        String accounts = "; active accounts before " + before + ", after " + after;
        record(report.run().state().name(), actor, code, summary(id) + accounts);
    }

    void closed(long account, Actor actor, SupportCode code) {
        Trace trace = Trace.of(TraceKind.ACCOUNT_CHANGED, "CLOSED")
                .code(code)
                .account(account)
                .detail("before ACTIVE, after CLOSED, by an import");
        trail.record(actor.sign(trace));
    }

    void failed(long id, RuntimeException fault, Actor actor, SupportCode code) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        record(
                ImportState.FAILED.name(),
                actor,
                code,
                "import " + id + ": " + cause.getClass().getName());
    }

    private void record(String outcome, Actor actor, SupportCode code, String detail) {
        trail.record(actor.sign(
                Trace.of(TraceKind.DIRECTORY_IMPORT, outcome).code(code).detail(detail)));
    }

    private String summary(long id) {
        ImportReport report = reports.find(id).orElseThrow();
        String files = report.files().stream()
                .map(file -> file.kind() + " " + file.name() + " SHA-256 " + file.digest())
                .collect(Collectors.joining(", "));
        String counts = report.counts().stream()
                .map(count -> count.kind() + " " + count.action() + " " + count.number())
                .collect(Collectors.joining(", "));
        return "import " + id + ": " + files + (report.run().complete() ? "; complete" : "") + "; "
                + report.run().errors() + " errors; " + counts;
    }
}

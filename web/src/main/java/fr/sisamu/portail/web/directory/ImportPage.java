package fr.sisamu.portail.web.directory;

import fr.sisamu.portail.directory.FileKind;
import fr.sisamu.portail.directory.ImportReport;
import fr.sisamu.portail.directory.ImportRun;
import fr.sisamu.portail.directory.ImportService;
import fr.sisamu.portail.web.administration.CurrentRights;
import fr.sisamu.portail.web.administration.Place;
import fr.sisamu.portail.web.directory.UploadOutcome.Refusal;
import fr.sisamu.portail.web.page.Missing;
import fr.sisamu.portail.web.page.Redirect;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Behind {@code administration/import.xhtml}: hand files in, see what they would change, apply it; and those before. */
@Named
@RequestScoped
public class ImportPage {

    private static final int HISTORY = 20;

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    ImportService imports;

    @Inject
    Redirect redirect;

    @Inject
    Missing missing;

    private ImportReport report;
    private List<ImportRun> history;
    private boolean gone;

    /** An address that names no import is « not found ». */
    public void enter() {
        if (!typed.in("id").isEmpty() && getReport() == null) {
            missing.answer();
        }
    }

    /** The import of this address or form, or null. */
    public ImportReport getReport() {
        if (report == null) {
            report = typed.number("id")
                    .flatMap(id -> imports.find(rights.get(), id))
                    .orElse(null);
        }
        return report;
    }

    public List<ImportRun> getHistory() {
        if (history == null) {
            history = imports.history(rights.get(), HISTORY);
        }
        return history;
    }

    public List<FileKind> getKinds() {
        return List.of(FileKind.values());
    }

    /** How the state of an import that has stopped is coloured; nothing where there is nothing to rejoice or to mend. */
    public String getStyle() {
        return switch (getReport().run().state()) {
            case REFUSED, FAILED -> "bad";
            case MOVED -> "warn";
            case READY, APPLIED -> "good";
            default -> "";
        };
    }

    /** Whether there are more errors than are shown. */
    public boolean isCut() {
        return report != null && report.run().errors() > report.errors().size();
    }

    public void apply() {
        decide(typed.number("id").filter(id -> imports.apply(rights.get(), id)));
    }

    public void cancel() {
        decide(typed.number("id").filter(id -> imports.cancel(rights.get(), id)));
    }

    private void decide(Optional<Long> done) {
        if (done.isPresent()) {
            redirect.to(Place.IMPORT.getPath() + "?id=" + done.get());
        } else {
            gone = true;
            report = null;
        }
    }

    /** Message key of why nothing was begun, applied or cancelled, or null. */
    public String getProblem() {
        if (gone) {
            return "import.gone";
        }
        return Arrays.stream(Refusal.values())
                .filter(refusal -> refusal.name().equals(typed.in("refused")))
                .map(refusal -> "import.upload." + refusal)
                .findFirst()
                .orElse(null);
    }
}

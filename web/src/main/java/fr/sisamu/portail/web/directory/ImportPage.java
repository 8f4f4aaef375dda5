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

    private Optional<ImportReport> report = Optional.empty();
    private boolean gone;

    /** An address that names no import is « not found ». */
    public void enter() {
        if (asked()) {
            report = typed.number("id").flatMap(id -> imports.find(rights.get(), id));
            if (report.isEmpty()) {
                missing.answer();
            }
        }
    }

    private boolean asked() {
        return !typed.in("id").isEmpty();
    }

    /** The import of this address, or null. */
    public ImportReport getReport() {
        return report.orElse(null);
    }

    public List<ImportRun> getHistory() {
        return imports.history(rights.get(), HISTORY);
    }

    public List<FileKind> getKinds() {
        return List.of(FileKind.values());
    }

    /** Whether there are more errors than are shown. */
    public boolean isCut() {
        return report.filter(found -> found.run().errors() > found.errors().size())
                .isPresent();
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

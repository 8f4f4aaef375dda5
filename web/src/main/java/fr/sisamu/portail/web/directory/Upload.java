package fr.sisamu.portail.web.directory;

import fr.sisamu.portail.directory.FileKind;
import fr.sisamu.portail.directory.HandedFile;
import fr.sisamu.portail.directory.ImportService;
import fr.sisamu.portail.directory.Inbox;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.web.directory.UploadOutcome.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes the files out of a request and begins an import with them. */
@ApplicationScoped
class Upload {

    /** Of a file and of a request, in octets: beyond any setting of {@code portail.import.limit} that makes sense. */
    static final long LARGEST_FILE = 268_435_456;

    static final long LARGEST_REQUEST = 4 * LARGEST_FILE;

    private static final Logger LOG = System.getLogger(Upload.class.getName());

    @Inject
    Inbox inbox;

    @Inject
    ImportService imports;

    /** What a form says beside its files; asked where a form too big to be read is told in words. */
    interface Answer {
        boolean in(HttpServletRequest form) throws IOException, ServletException;
    }

    /** From a form whose parts are called units, accounts, profiles and phones. */
    UploadOutcome begin(Rights by, HttpServletRequest form, Answer complete, boolean atOnce)
            throws IOException, ServletException {
        List<HandedFile> files = new ArrayList<>();
        boolean handedOver = false;
        try {
            for (FileKind kind : FileKind.values()) {
                Part part = form.getPart(kind.name().toLowerCase(Locale.ROOT));
                if (part != null && part.getSize() > 0) {
                    Optional<HandedFile> kept = keep(by, kind, part);
                    if (kept.isEmpty()) {
                        return UploadOutcome.refused(Refusal.TOO_BIG);
                    }
                    files.add(kept.get());
                }
            }
            boolean whole = complete.in(form);
            handedOver = true;
            return begin(by, files, whole, atOnce);
        } catch (IllegalStateException tooBig) { // Servlet 6.0, HttpServletRequest.getPart
            LOG.log(Level.INFO, "files too big to be read", tooBig);
            return UploadOutcome.refused(Refusal.TOO_BIG);
        } finally {
            if (!handedOver) {
                files.forEach(inbox::drop);
            }
        }
    }

    /** From a request whose whole body is one file. */
    UploadOutcome begin(Rights by, FileKind kind, InputStream body, boolean complete, boolean atOnce)
            throws IOException {
        Optional<HandedFile> kept = inbox.keep(by, kind, kind.name().toLowerCase(Locale.ROOT), body);
        return kept.isPresent()
                ? begin(by, List.of(kept.get()), complete, atOnce)
                : UploadOutcome.refused(Refusal.TOO_BIG);
    }

    private Optional<HandedFile> keep(Rights by, FileKind kind, Part part) throws IOException {
        String name = Optional.ofNullable(part.getSubmittedFileName()).orElse("");
        try (InputStream content = part.getInputStream()) {
            return inbox.keep(by, kind, name, content);
        }
    }

    private UploadOutcome begin(Rights by, List<HandedFile> files, boolean complete, boolean atOnce) {
        if (files.isEmpty()) {
            return UploadOutcome.refused(Refusal.NO_FILE);
        }
        Optional<Long> begun = imports.begin(by, files, complete, atOnce);
        return begun.isPresent() ? new UploadOutcome(begun, Optional.empty()) : UploadOutcome.refused(Refusal.BUSY);
    }
}

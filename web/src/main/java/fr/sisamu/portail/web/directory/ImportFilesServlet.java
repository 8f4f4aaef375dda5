package fr.sisamu.portail.web.directory;

import fr.sisamu.portail.web.administration.CurrentRights;
import fr.sisamu.portail.web.administration.Place;
import fr.sisamu.portail.web.body.ReadingServlet;
import fr.sisamu.portail.web.page.Answers;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Takes the files of the page of imports, and leads back to it. */
@WebServlet("/administration/import-files")
public class ImportFilesServlet extends ReadingServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentRights rights;

    @Inject
    transient Upload upload;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UploadOutcome outcome = upload.begin(rights.get(), request, Optional.empty(), false);
        String query = outcome.id()
                .map(id -> "?id=" + id)
                .orElseGet(() -> "?refused=" + outcome.refusal().orElseThrow());
        Answers.seeOther(response, Place.IMPORT.getPath() + query);
    }
}

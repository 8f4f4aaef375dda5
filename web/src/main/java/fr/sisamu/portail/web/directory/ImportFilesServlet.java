package fr.sisamu.portail.web.directory;

import fr.sisamu.portail.web.administration.CurrentRights;
import fr.sisamu.portail.web.administration.Place;
import fr.sisamu.portail.web.page.Answers;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Takes the files of the page of imports, and leads back to it. */
@WebServlet("/administration/import-files")
@MultipartConfig(maxFileSize = Upload.LARGEST_FILE, maxRequestSize = Upload.LARGEST_REQUEST, fileSizeThreshold = 65_536)
public class ImportFilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentRights rights;

    @Inject
    transient Upload upload;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        UploadOutcome outcome = upload.begin(rights.get(), request, form -> form.getPart("complete") != null, false);
        String query = outcome.id()
                .map(id -> "?id=" + id)
                .orElseGet(() -> "?refused=" + outcome.refusal().orElseThrow());
        Answers.seeOther(response, Place.IMPORT.getPath() + query);
    }
}

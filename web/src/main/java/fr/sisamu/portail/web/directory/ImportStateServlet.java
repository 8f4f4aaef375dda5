package fr.sisamu.portail.web.directory;

import fr.sisamu.portail.directory.ImportRun;
import fr.sisamu.portail.directory.ImportService;
import fr.sisamu.portail.web.administration.CurrentRights;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.page.Typed;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** How far an import has come, which its open page asks every second. */
@WebServlet("/administration/import-state")
public class ImportStateServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentRights rights;

    @Inject
    transient Typed typed;

    @Inject
    transient ImportService imports;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ImportRun> run = typed.number("id").flatMap(id -> imports.findRun(rights.get(), id));
        if (run.isPresent()) {
            Answers.json(response, ImportJson.run(run.get()).build());
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}

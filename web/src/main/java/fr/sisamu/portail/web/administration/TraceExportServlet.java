package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.administration.TraceReading;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Hands out the rows that a search of the trace has found, as they are read, for a spreadsheet or a machine. */
@WebServlet({"/administration/trace.csv", "/administration/trace.jsonl"})
public class TraceExportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentRights rights;

    @Inject
    transient TraceForm form;

    @Inject
    transient TraceReading reading;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean csv = request.getServletPath().endsWith(".csv");
        response.setContentType(csv ? "text/csv" : "application/jsonl");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=" + (csv ? "trace.csv" : "trace.jsonl"));
        if (csv) {
            reading.csv(rights.get(), form.question(), response.getWriter());
        } else {
            reading.jsonLines(rights.get(), form.question(), response.getWriter());
        }
    }
}

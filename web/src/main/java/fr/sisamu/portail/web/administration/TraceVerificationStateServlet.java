package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.administration.RunningCheck;
import fr.sisamu.portail.administration.TraceVerifying;
import fr.sisamu.portail.web.page.Answers;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** How far the verification of the trace has come, which its open page asks every second. */
@WebServlet("/administration/trace-verification-state")
public class TraceVerificationStateServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentRights rights;

    @Inject
    transient TraceVerifying verifying;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<RunningCheck> running = verifying.running(rights.get());
        Answers.json(
                response,
                Json.createObjectBuilder()
                        .add("running", running.isPresent())
                        .add("state", running.isPresent() ? "VERIFYING" : "ENDED")
                        .add("rowsRead", running.map(RunningCheck::rows).orElse(0L))
                        .add("percentRead", running.map(RunningCheck::percent).orElse(100))
                        .build());
    }
}

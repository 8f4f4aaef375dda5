package fr.sisamu.portail.web.otp;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.credential.PasswordService;
import fr.sisamu.portail.credential.PasswordStrength;
import fr.sisamu.portail.otp.RecoveryService;
import fr.sisamu.portail.session.WorkSession;
import fr.sisamu.portail.web.page.Answers;
import fr.sisamu.portail.web.page.Language;
import fr.sisamu.portail.web.page.Texts;
import fr.sisamu.portail.web.security.CurrentAgent;
import fr.sisamu.portail.web.security.PortalCookie;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.ResourceBundle;

/** Judges a password while it is being typed, for its owner alone: within a session, or after a proven recovery. */
@WebServlet(value = "/password/strength", asyncSupported = true)
public class StrengthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    @Inject
    transient CurrentAgent agent;

    @Inject
    transient RecoveryService recovery;

    @Inject
    transient PasswordService passwords;

    @Inject
    transient Language language;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String password = request.getParameter("password");
        Optional<Account> person = agent.session()
                .map(WorkSession::account)
                .or(() -> PortalCookie.RECOVERY.read(request).flatMap(recovery::proven));
        if (person.isEmpty() || password == null || password.length() > LONGEST) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        PasswordStrength strength = passwords.judge(password, person.get(), language.getLocale());
        ResourceBundle texts = ResourceBundle.getBundle(Texts.BUNDLE, language.getLocale());
        String words = strength.refusal()
                .map(reason -> texts.getString("password.refused." + reason))
                .orElseGet(() -> texts.getString("password.strength." + strength.score()));
        Answers.json(
                response,
                Json.createObjectBuilder()
                        .add("score", strength.score())
                        .add("good", strength.refusal().isEmpty())
                        .add("words", strength.advice().isEmpty() ? words : words + " " + strength.advice())
                        .build());
    }
}

package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.liberty.DemonstrationFiles;
import fr.sisamu.portail.liberty.RunSecrets;
import fr.sisamu.portail.liberty.RunningServer;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A token as an administrator makes it for a machine, on the page of imports. */
final class MachineToken {

    private static final String PAGE = "/administration/import.xhtml";
    private static final Pattern FORM = Pattern.compile("<form id=\"token-new\".*?</form>", Pattern.DOTALL);
    private static final Pattern SECRET = Pattern.compile("<code id=\"secret\">([^<]+)</code>");

    private MachineToken() {}

    /** @param scope what it opens: IMPORT or SCIM */
    static String make(RunningServer server, String name, String scope) throws IOException {
        try (CardJourney administrator = new CardJourney(server, DemonstrationFiles.card("cpe-administrateur"))) {
            administrator.toTheFirstPage();
            Map<String, String> form =
                    Forms.hidden(found(FORM, administrator.open(PAGE)).group());
            form.put("name", name);
            form.put("scope", scope);
            form.put("days", "1");
            form.put("token-do", "token-do");
            String page = Forms.expect(200, administrator.submit(PAGE, form)).body();
            administrator.logOut();
            return RunSecrets.keep(found(SECRET, page).group(1));
        }
    }

    private static Matcher found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + page);
        }
        return matcher;
    }
}

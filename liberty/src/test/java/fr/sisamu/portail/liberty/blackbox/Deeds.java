package fr.sisamu.portail.liberty.blackbox;

import static fr.sisamu.portail.liberty.blackbox.Deed.Actor.ADMINISTRATOR;
import static fr.sisamu.portail.liberty.blackbox.Deed.Actor.AGENT;
import static fr.sisamu.portail.liberty.blackbox.Deed.Actor.STRANGER;
import static fr.sisamu.portail.liberty.blackbox.Deed.Actor.SUPERVISOR;
import static fr.sisamu.portail.liberty.blackbox.Deed.Proof.CHANGES;
import static fr.sisamu.portail.liberty.blackbox.Deed.Proof.REACHES;

import java.util.List;
import java.util.Map;

/** Every deed of the portal's pages, in an order in which one prepares the next. */
final class Deeds {

    private static final String ACCOUNT = "/administration/account.xhtml?id=";
    private static final String PASSWORD = "quatre mulots dansent la gigue 9";

    private Deeds() {}

    /**
     * @param account whose page an administrator opens
     * @param unit whose page an administrator and a supervisor open
     * @param profile that the agent chooses, of that unit and with a phone
     */
    static List<Deed> all(long account, long unit, long profile) {
        String sheet = ACCOUNT + account;
        String unitPage = "/administration/unit.xhtml?id=" + unit;
        String helped = "/administration/supervision-agent.xhtml?unit=" + unit + "&login=yanis.arm";
        String board = "/administration/supervision.xhtml?unit=" + unit;
        return List.of(
                // What an administrator does.
                admin("accountRoles.grant", sheet, "#role-do", Map.of("role", "ADMINISTRATOR"), CHANGES),
                admin(
                        "accountRoles.revoke",
                        sheet,
                        "form:has(input[type=hidden][name=role]) input[type=submit]",
                        Map.of(),
                        CHANGES),
                admin("accountNames.rename", sheet, "#rename", Map.of("given", "Renommée"), CHANGES),
                admin("accountIdentifiers.add", sheet, "#identifier-do", Map.of("identifier", "899999000104"), CHANGES),
                admin(
                        "accountIdentifiers.remove",
                        sheet,
                        "form:has(input[name=identifier][value=899999000104]) input[type=submit]",
                        Map.of(),
                        CHANGES),
                admin(
                        "accountIdentifiers.move",
                        sheet,
                        "move#move-do",
                        Map.of("id", Long.toString(account), "identifier", "899999000021"),
                        REACHES),
                admin(
                        "accountProfiles.add",
                        sheet,
                        "#profile-do",
                        Map.of("unit", Long.toString(unit), "function", "Formateur", "from", "2030-01-01"),
                        CHANGES),
                admin(
                        "accountProfiles.change",
                        sheet,
                        "form:has(input[name=profile]) input[type=submit]",
                        Map.of("function", "Tuteur"),
                        CHANGES),
                admin("accountNames.close", sheet, "#close-do", Map.of(), CHANGES),
                admin("accountNames.reopen", sheet, "#reopen-do", Map.of(), CHANGES),
                admin(
                        "accountNewPage.create",
                        "/administration/account-new.xhtml",
                        "#save",
                        Map.of("given", "Nina", "family", "Nouvelle-Factice"),
                        CHANGES),
                admin(
                        "unitsPage.add",
                        "/administration/units.xhtml",
                        "#add-do",
                        Map.of("code", "FR331", "name", "CRRA du SAMU 33 FACTICE"),
                        CHANGES),
                admin("unitPage.save", unitPage, "#save", Map.of("idle", "45"), CHANGES),
                admin("unitPhones.add", unitPage, "#phone-do", Map.of("number", "4199", "label", "Poste 99"), CHANGES),
                admin(
                        "unitPhones.change",
                        unitPage,
                        "form:has(input[name=seen]) input[type=submit]",
                        Map.of("label", "Poste renommé"),
                        CHANGES),
                admin("requestsPage.grant", "/administration/requests.xhtml", ".grant", Map.of(), CHANGES),
                admin(
                        "requestsPage.link",
                        "/administration/requests.xhtml",
                        "form:has(input[name=login]) input[type=submit]",
                        Map.of("login", "anais.factice"),
                        CHANGES),
                admin(
                        "requestsPage.reject",
                        "/administration/requests.xhtml",
                        "form:not(:has(input[name=login])):has(input[name=identifier]) input.danger",
                        Map.of(),
                        CHANGES),
                admin(
                        "machineTokensPage.create",
                        "/administration/import.xhtml",
                        "#token-do",
                        Map.of("name", "attaque"),
                        CHANGES),
                admin(
                        "machineTokensPage.revoke",
                        "/administration/import.xhtml",
                        "form:has(input[name=token]) input[type=submit]",
                        Map.of(),
                        CHANGES),
                admin("importPage.apply", "/administration/import.xhtml", "decide#apply", Map.of("id", "1"), REACHES),
                admin("importPage.cancel", "/administration/import.xhtml", "decide#cancel", Map.of("id", "1"), REACHES),
                admin("/administration/import-files", "/administration/import.xhtml", "#files-do", Map.of(), REACHES),
                admin(
                        "/administration/revocation-list",
                        "/administration/revocation.xhtml",
                        "#list-do",
                        Map.of(),
                        REACHES),
                admin(
                        "revocationPage.open",
                        "/administration/revocation.xhtml",
                        "#bypass-do",
                        Map.of("reason", "Exercice de nuit"),
                        CHANGES),
                admin(
                        "revocationPage.close",
                        "/administration/revocation.xhtml",
                        "#bypass-close-do",
                        Map.of(),
                        CHANGES),
                admin(
                        "traceVerificationPage.begin",
                        "/administration/trace-verification.xhtml",
                        "#verify",
                        Map.of(),
                        REACHES),
                // What an agent does.
                agent(
                        "profilePage.choose",
                        "/profile.xhtml?change=1",
                        "#validate",
                        Map.of("profile", Long.toString(profile)),
                        CHANGES),
                agent("phonePage.link", "/phone.xhtml?change=1", "#validate", Map.of("number", "4107"), CHANGES),
                agent(
                        "phonePage.takeOver",
                        "/phone.xhtml?change=1",
                        "link#takeOver",
                        Map.of("number", "4108"),
                        CHANGES),
                agent("channelsPage.test", "/channels.xhtml", "#test-SMS", Map.of("address", "0612345641"), CHANGES),
                agent("channelsPage.confirm", "/channels.xhtml", "#confirm-SMS", Map.of("code", "000000"), CHANGES),
                agent("channelsPage.giveUp", "/channels.xhtml", "#stop-SMS", Map.of(), CHANGES),
                agent("channelsPage.remove", "/channels.xhtml", "#remove-SMS", Map.of("sure", "1"), CHANGES),
                agent(
                        "passwordPage.change",
                        "/password.xhtml",
                        "#validate",
                        Map.of("password", PASSWORD, "again", PASSWORD),
                        CHANGES),
                agent(
                        "connectionsPage.end",
                        "/connections.xhtml",
                        "form:has(input[name=session]) input[type=submit]",
                        Map.of(),
                        CHANGES),
                // What a supervisor does.
                supervisor("supervisedAgent.unblock", helped, "[id$=unblock-do]", Map.of(), REACHES),
                supervisor("supervisedAgent.askReset", helped, ".ask-reset", Map.of(), CHANGES),
                supervisor(
                        "/administration/supervision.xhtml reject", board, "button[value=reject]", Map.of(), CHANGES),
                supervisor(
                        "/administration/supervision.xhtml confirm",
                        board,
                        "/administration/supervision.xhtml#confirm",
                        Map.of("unit", Long.toString(unit), "reset", "1"),
                        REACHES),
                supervisor("/administration/supervision.xhtml free", board, "button[value=free]", Map.of(), CHANGES),
                supervisor(
                        "emergencyOpeningForm.open",
                        helped,
                        ".open-emergency",
                        Map.of("reason", "Carte oubliée ce matin", "hours", "2"),
                        CHANGES),
                supervisor(
                        "/administration/emergency.xhtml close",
                        "/administration/emergency.xhtml",
                        "button[value=close]",
                        Map.of(),
                        CHANGES),
                supervisor(
                        "/administration/emergency.xhtml review",
                        "/administration/emergency.xhtml",
                        "/administration/emergency.xhtml#review",
                        Map.of("unit", Long.toString(unit), "access", "1", "words", "Carte retrouvée le soir même"),
                        REACHES),
                admin("/logout", "/bandeau.xhtml", "form[action=\"/logout\"] button", Map.of(), CHANGES),
                supervisor("/administration/supervision.xhtml end", board, "button[value=end]", Map.of(), CHANGES),
                // What a stranger does.
                stranger("otpPage.begin", "/otp.xhtml", "#validate", Map.of("identifier", "lea.arm", "password", "x")),
                stranger("otpPage.giveUp", "/otp.xhtml", "queued#give-up", Map.of()),
                stranger("otpCodePage.answer", "/otp-code.xhtml", "answer#validate", Map.of("code", "123456")),
                stranger("otpCodePage.sendAgain", "/otp-code.xhtml", "more#resend", Map.of()),
                stranger("otpCodePage.switchChannel", "/otp-code.xhtml", "more#other", Map.of()),
                stranger("otpCodePage.giveUp", "/otp-code.xhtml", "more#cancel", Map.of()),
                stranger("forgottenPage.begin", "/forgotten.xhtml", "#begin", Map.of("identifier", "lea.arm")),
                stranger("forgottenPage.answer", "/forgotten.xhtml", "#answer", Map.of("code", "123456")),
                stranger("forgottenPage.restart", "/forgotten.xhtml", "#restart", Map.of()),
                stranger("forgottenPage.choose", "/forgotten.xhtml", "forgotten#choose", Map.of("password", PASSWORD)),
                stranger("undoPage.undo", "/undo.xhtml", "undo#do", Map.of("s", "0".repeat(26))),
                stranger("emergencyLoginPage.answer", "/secours.xhtml", "#validate", Map.of("identifier", "lea.arm")),
                stranger("pscDirectPage.ask", "/psc-direct.xhtml", "#validate", Map.of("identifier", "899999000013")),
                stranger("pscDirectPage.giveUp", "/psc-direct.xhtml", "stop#cancel", Map.of()),
                stranger("/language", "/login.xhtml", "button.language", Map.of()),
                stranger("/card/attempt", "/login.xhtml", "#card", Map.of()),
                stranger("/prosanteconnect/depart", "/login.xhtml", "#psc", Map.of()));
    }

    private static Deed admin(String name, String page, String button, Map<String, String> fields, Deed.Proof proof) {
        return new Deed(name, ADMINISTRATOR, page, button, fields, proof);
    }

    private static Deed agent(String name, String page, String button, Map<String, String> fields, Deed.Proof proof) {
        return new Deed(name, AGENT, page, button, fields, proof);
    }

    private static Deed supervisor(
            String name, String page, String button, Map<String, String> fields, Deed.Proof proof) {
        return new Deed(name, SUPERVISOR, page, button, fields, proof);
    }

    private static Deed stranger(String name, String page, String button, Map<String, String> fields) {
        return new Deed(name, STRANGER, page, button, fields, REACHES);
    }
}

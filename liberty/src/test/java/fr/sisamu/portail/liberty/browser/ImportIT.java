package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.blackbox.Answer;
import fr.sisamu.portail.liberty.blackbox.CardClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An administrator's files: refused with each bad line, corrected, compared, applied; and a machine's by HTTP. */
@ExtendWith(ClosesBrowsers.class)
class ImportIT {

    private static final RunningServer SERVER = RunningServer.demonstration();
    private static final String PAGE = "/administration/import.xhtml";
    private static final String UNITS = "code;nom\nFR9ZI;SAMU 9Z FACTICE\n";
    private static final String HEADER = "identifiant;prenom;nom;identifiants_nationaux\n";

    @TempDir
    Path folder;

    @Test
    void leadsFromAFileWithErrorsToTheDifferenceAndToTheAgentsImported() throws IOException {
        Browser hugo = administrator(Browser.withCard("cpe-administrateur"));
        hand(hugo, "UNITS", UNITS);
        hand(hugo, "ACCOUNTS", HEADER + "elea.import;Éléa;Import-Factice;899999000112\n;<b>Zoé</b>;=1+1;8123\n");
        hugo.click("#files-do");
        awaitState(hugo, "REFUSED");
        assertThat(hugo.text("#errors"))
                .contains("3 prenom La valeur contient du HTML", "<b>Zoé</b>")
                .contains("identifiants_nationaux", "format texte");
        hugo.look("import-refused");

        hand(hugo, "UNITS", UNITS);
        hand(
                hugo,
                "ACCOUNTS",
                HEADER + "elea.import;Éléa;Import-Factice;899999000120\n;Zoé;Import-Factice;899999000138\n");
        hand(
                hugo,
                "PROFILES",
                "identifiant_national;entite;fonction;debut\n899999000120;FR9ZI;Médecin régulateur;01/01/2026\n");
        hand(hugo, "PHONES", "entite;numero;libelle\nFR9ZI;9951;Poste 1\n");
        hugo.click("#files-do");
        awaitState(hugo, "READY");
        assertThat(hugo.text("#changes")).contains("elea.import", "zoe.import-factice", "prenom=Éléa");
        hugo.look("import-ready");

        hugo.click("#apply");
        awaitState(hugo, "APPLIED");
        hugo.look("import-applied");
        hugo.await()
                .until(
                        page -> { // the index follows within ten seconds
                            hugo.go(SERVER.portal("/administration/accounts.xhtml?q=elea+import"));
                            return hugo.shows("#found");
                        });
        assertThat(hugo.text("#found")).contains("Import-Factice Éléa");
    }

    @Test
    void worksInEnglishWithoutAnyScript() throws IOException {
        Browser hugo =
                administrator(Browser.withCard("cpe-administrateur").english().withoutScript());
        hand(hugo, "UNITS", "code,nom\nFR9ZJ,\"SAMU 9Z, FACTICE\"\n");
        hugo.click("#files-do");
        refreshUntil(hugo, "READY");
        hugo.click("#cancel");

        refreshUntil(hugo, "CANCELLED");
        assertThat(hugo.text("#state")).isEqualTo("Given up.");
        hugo.screenshot("import-english");
        hugo.click("#files-do");
        assertThat(hugo.text("#import-problem")).isEqualTo("Choose at least one file that is not empty.");
    }

    @Test
    void givesAMachineATokenThatImportsUntilItIsRevoked() throws IOException {
        Browser hugo = administrator(Browser.withCard("cpe-administrateur"));
        hugo.type("#name", "rh-nuit");
        hugo.click("#token-do");
        String token = hugo.text("#secret");
        hugo.look("import-token");

        try (CardClient machine = CardClient.withoutCard()) {
            Answer begun = post(machine, token, "?kind=units&apply=true", "code;nom\nFR9ZK;SAMU 9K FACTICE\n");
            assertThat(begun.status()).as(begun.body()).isEqualTo(202);
            String place = begun.header("Location").orElseThrow();
            hugo.await().until(page -> get(machine, token, place).contains("\"state\":\"APPLIED\""));
            assertThat(get(machine, token, place)).contains("\"actor\":\"rh-nuit\"");
            assertThat(post(machine, token, "", "x").status()).isEqualTo(400);
            assertThat(post(machine, "A".repeat(43), "?kind=units", "x").status())
                    .isEqualTo(401);
            assertThat(machine.get(SERVER.portal("/api/openapi.yaml")).body()).contains("/import/{id}/apply");

            hugo.go(SERVER.portal(PAGE));
            hugo.click("#tokens input[type=submit]");
            hugo.awaitPage(PAGE);
            assertThat(hugo.text("#tokens")).contains("révoqué");
            Answer revoked = post(machine, token, "?kind=units", "code;nom\n");
            assertThat(revoked.status()).isEqualTo(401);
            assertThat(revoked.header("WWW-Authenticate")).isPresent();
        }
    }

    private static Answer post(CardClient machine, String token, String query, String csv) throws IOException {
        return machine.send(ClassicRequestBuilder.post(SERVER.portal("/api/import" + query))
                .addHeader("Authorization", "Bearer " + token)
                .setEntity(csv, ContentType.create("text/csv", "UTF-8"))
                .build());
    }

    private static String get(CardClient machine, String token, String path) {
        try {
            return machine.send(ClassicRequestBuilder.get(SERVER.portal(path))
                            .addHeader("Authorization", "Bearer " + token)
                            .build())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Browser administrator(BrowserSetup setup) {
        Browser hugo = setup.open();
        new Post(hugo).comeInByCard();
        hugo.awaitPage("/bandeau.xhtml");
        hugo.go(SERVER.portal(PAGE));
        return hugo;
    }

    /** As Excel saves « CSV » in France: Windows-1252. */
    private void hand(Browser browser, String kind, String content) throws IOException {
        Path file = folder.resolve(kind + ".csv");
        Files.write(file, content.getBytes(Charset.forName("windows-1252")));
        browser.find("#file-" + kind).sendKeys(file.toString());
    }

    private static void awaitState(Browser browser, String state) {
        browser.find("#state[data-state=" + state + "]");
    }

    private static void refreshUntil(Browser browser, String state) {
        browser.await().until(page -> {
            if (browser.shows("#refresh")) {
                browser.click("#refresh");
            }
            return browser.shows("#state[data-state=" + state + "]");
        });
    }
}

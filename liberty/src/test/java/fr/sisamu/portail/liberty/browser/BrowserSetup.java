package fr.sisamu.portail.liberty.browser;

import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.browser.Browser.Screen;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** What a post's browser is like: its card, language, screen and colours. French, a Full HD desk and light by default. */
public final class BrowserSetup {

    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--hide-scrollbars",
            "--window-size=1920,1080");

    private final Optional<String> card;
    private String language = "fr-FR,fr";
    private Screen screen = Screen.DESK;
    private boolean dark;
    private boolean script = true;
    private Optional<String> resolverRules = Optional.empty();
    private int cardPort = RunningServer.demonstration().cardPort();

    BrowserSetup(Optional<String> card) {
        this.card = card;
    }

    public BrowserSetup french() {
        language = "fr-FR,fr";
        return this;
    }

    public BrowserSetup english() {
        language = "en-GB,en";
        return this;
    }

    public BrowserSetup desk() {
        screen = Screen.DESK;
        return this;
    }

    /** 320 CSS pixels wide, where WCAG 1.4.10 wants no scrolling in two directions. */
    public BrowserSetup small() {
        screen = Screen.NARROW;
        return this;
    }

    public BrowserSetup dark() {
        dark = true;
        return this;
    }

    public BrowserSetup withoutScript() {
        script = false;
        return this;
    }

    /** The card endpoint to which the card is shown without a question; that of the demonstration by default. */
    public BrowserSetup cardPort(int port) {
        cardPort = port;
        return this;
    }

    /** Every name of the card endpoint leads to this line instead. */
    BrowserSetup through(CardLine line) {
        resolverRules = Optional.of("MAP *.carte.localhost 127.0.0.1:" + line.port());
        return this;
    }

    public Browser open() {
        CertificateStore store = CertificateStore.create(card);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Command.find("chromedriver").toFile())
                .usingAnyFreePort()
                .withEnvironment(Map.of("HOME", store.home().toString()))
                .build();
        ChromeDriver driver = new ChromeDriver(service, options(store.home()));
        Browser browser = ClosesBrowsers.opened(new Browser(driver, store));
        browser.screen(screen, dark);
        return browser;
    }

    private ChromeOptions options(Path home) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(Command.find("chromium").toFile());
        options.addArguments(FLAGS);
        options.addArguments("--lang=" + language.substring(0, 2));
        resolverRules.ifPresent(rules -> options.addArguments("--host-resolver-rules=" + rules));
        options.addArguments("--user-data-dir=" + home.resolve("profile") + File.separator);
        options.setExperimentalOption("prefs", preferences());
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    private Map<String, Object> preferences() {
        Map<String, Object> preferences = new HashMap<>();
        preferences.put("intl.accept_languages", language);
        // An internal name of Chromium's, and the only way that needs neither root nor a policy of the whole machine.
        preferences.put(
                "profile.content_settings.exceptions.auto_select_certificate",
                Map.of(
                        "https://[*.]carte.localhost:" + cardPort + ",*",
                        Map.of("setting", Map.of("filters", List.of(Map.of())))));
        if (!script) {
            preferences.put("profile.managed_default_content_settings.javascript", 2);
        }
        return preferences;
    }
}

package fr.sisamu.portail.liberty.browser;

import fr.sisamu.portail.liberty.browser.Browser.Screen;
import java.io.File;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Debian's Chromium, by its own driver. */
final class Chromium implements Engine {

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

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    static Engine start(BrowserSetup setup, CertificateStore store) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Command.find("chromedriver").toFile())
                .usingAnyFreePort()
                .withEnvironment(Map.of("HOME", store.home().toString()))
                .build();
        return new Chromium(new ChromeDriver(service, options(setup, store.home())));
    }

    private static ChromeOptions options(BrowserSetup setup, Path home) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(Command.find("chromium").toFile());
        options.addArguments(FLAGS);
        options.addArguments("--lang=" + setup.language().substring(0, 2));
        setup.cardLine()
                .ifPresent(line ->
                        options.addArguments("--host-resolver-rules=MAP *.carte.localhost 127.0.0.1:" + line.port()));
        options.addArguments("--user-data-dir=" + home.resolve("profile") + File.separator);
        options.setExperimentalOption("prefs", preferences(setup));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    private static Map<String, Object> preferences(BrowserSetup setup) {
        Map<String, Object> preferences = new HashMap<>();
        preferences.put("intl.accept_languages", setup.language());
        // An internal name of Chromium's, and the only way that needs neither root nor a policy of the whole machine.
        preferences.put(
                "profile.content_settings.exceptions.auto_select_certificate",
                Map.of(
                        "https://[*.]carte.localhost:" + setup.cardPort() + ",*",
                        Map.of("setting", Map.of("filters", List.of(Map.of())))));
        if (!setup.script()) {
            preferences.put("profile.managed_default_content_settings.javascript", 2);
        }
        return preferences;
    }

    @Override
    public RemoteWebDriver driver() {
        return driver;
    }

    @Override
    public void screen(Screen screen, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", screen.width(), "height", screen.height(), "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    @Override
    public void zone(ZoneId zone) {
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone.getId()));
    }

    @Override
    public byte[] picture() {
        Map<String, Object> picture = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        return Base64.getDecoder().decode(picture.get("data").toString());
    }

    @Override
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void quit() {
        driver.quit();
    }

    /** Its driver ends it so abruptly that no page notices. */
    @Override
    public void die() {
        driver.quit();
    }
}

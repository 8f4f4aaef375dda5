package fr.sisamu.portail.liberty.browser;

import fr.sisamu.portail.liberty.browser.Browser.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Debian's Firefox ESR, by the protocol that it speaks itself. */
final class Firefox implements Engine {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(10);

    /** Firefox's own windows and services; what is asked there, no page sees. */
    private static final String PRIVILEGED = "chrome";

    /** A page of this size and these colours, in whatever window. */
    private static final String SCREEN = "const style = gBrowser.selectedBrowser.style;"
            + "for (const side of ['width', 'min-width', 'max-width']) style.setProperty(side, arguments[0] + 'px');"
            + "for (const side of ['height', 'min-height', 'max-height']) style.setProperty(side, arguments[1] + 'px');"
            + "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[2]);";

    /** Script errors and breaches of the policy, of pages alone: Firefox has complaints of its own. */
    private static final String CONSOLE = "const said = Services.console.getMessageArray()"
            + ".filter(message => message instanceof Ci.nsIScriptError && message.sourceName.startsWith('http'))"
            + ".map(error => error.category + ': ' + error.errorMessage + ' ' + error.sourceName);"
            + "Services.console.reset();"
            + "return said;";

    private final Process process;
    private final Marionette marionette;
    private final RemoteWebDriver driver;

    private Firefox(Process process, Marionette marionette, RemoteWebDriver driver) {
        this.process = process;
        this.marionette = marionette;
        this.driver = driver;
    }

    static Engine start(BrowserSetup setup, CertificateStore store) {
        setup.cardLine().ifPresent(line -> {
            throw new IllegalArgumentException("Firefox leads no name to another port");
        });
        Path profile = store.database();
        Path log = store.home().resolve("firefox.log");
        try {
            Files.writeString(profile.resolve("user.js"), lines(preferences(setup)));
            Process process = process(store.home(), profile, log);
            try {
                Marionette marionette = new Marionette(port(process, profile.resolve("MarionetteActivePort"), log));
                return new Firefox(
                        process,
                        marionette,
                        new RemoteWebDriver(new MarionetteExecutor(marionette), new MutableCapabilities()));
            } catch (IOException | RuntimeException e) {
                kill(process);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process process(Path home, Path profile, Path log) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Command.find("firefox-esr").toString(),
                "--headless",
                "--no-remote",
                "--marionette",
                "--remote-allow-system-access",
                "--profile",
                profile.toString());
        // Room enough for the largest screen within the window.
        command.environment()
                .putAll(Map.of(
                        "HOME", home.toString(),
                        "MOZ_CRASHREPORTER_DISABLE", "1",
                        "MOZ_HEADLESS_WIDTH", "2000",
                        "MOZ_HEADLESS_HEIGHT", "1300"));
        return command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** Firefox takes a free port, and says in its profile which. */
    private static int port(Process process, Path said, Path log) throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            String port = Files.exists(said) ? Files.readString(said) : "";
            if (!port.isEmpty()) {
                return Integer.parseInt(port);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new IOException("Firefox did not start: " + Files.readString(log));
    }

    private static Map<String, Object> preferences(BrowserSetup setup) {
        Map<String, Object> preferences = new LinkedHashMap<>();
        preferences.put("marionette.port", 0);
        // A card in the reader is shown without a question, as the tests' Chromium does.
        preferences.put("security.default_personal_cert", "Select Automatically");
        preferences.put("intl.accept_languages", setup.language());
        preferences.put("javascript.enabled", setup.script());
        // The names of this machine go past every proxy; whatever Firefox would say to its makers ends here.
        preferences.put("network.proxy.type", 1);
        preferences.put("network.proxy.http", "127.0.0.1");
        preferences.put("network.proxy.http_port", 9);
        preferences.put("network.proxy.ssl", "127.0.0.1");
        preferences.put("network.proxy.ssl_port", 9);
        preferences.put("app.update.disabledForTesting", true);
        preferences.put("app.normandy.enabled", false);
        preferences.put("browser.shell.checkDefaultBrowser", false);
        preferences.put("browser.startup.page", 0);
        preferences.put("browser.startup.homepage_override.mstone", "ignore");
        preferences.put("browser.aboutwelcome.enabled", false);
        preferences.put("datareporting.policy.dataSubmissionEnabled", false);
        preferences.put("toolkit.telemetry.enabled", false);
        preferences.put("toolkit.telemetry.server", "");
        preferences.put("extensions.update.enabled", false);
        preferences.put("signon.rememberSignons", false);
        return preferences;
    }

    private static String lines(Map<String, Object> preferences) {
        return preferences.entrySet().stream()
                .map(one -> "user_pref(\"" + one.getKey() + "\", " + new Json().toJson(one.getValue()) + ");\n")
                .collect(Collectors.joining());
    }

    @Override
    public RemoteWebDriver driver() {
        return driver;
    }

    @Override
    public void screen(Screen screen, boolean dark) {
        privileged(SCREEN, screen.width(), screen.height(), dark ? 0 : 1);
    }

    @Override
    public void zone(ZoneId zone) {
        privileged("gBrowser.selectedBrowser.browsingContext.timezoneOverride = arguments[0]", zone.getId());
    }

    @Override
    public byte[] picture() {
        Map<String, Object> picture = Marionette.map(demand("WebDriver:TakeScreenshot", Map.of("full", true)));
        return Base64.getDecoder().decode(picture.get("value").toString());
    }

    @Override
    public List<String> complaints() {
        return ((List<?>) privileged(CONSOLE)).stream().map(String::valueOf).toList();
    }

    private Object privileged(String script, Object... arguments) {
        demand("Marionette:SetContext", Map.of("value", PRIVILEGED));
        try {
            Object answer = demand("WebDriver:ExecuteScript", Map.of("script", script, "args", List.of(arguments)));
            return Marionette.map(answer).get("value");
        } finally {
            demand("Marionette:SetContext", Map.of("value", "content"));
        }
    }

    private Object demand(String command, Map<String, ?> parameters) {
        try {
            return marionette.demand(command, parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In order, so that its processes are gone with it and the profile can be deleted. */
    @Override
    public void quit() {
        demand("Marionette:Quit", Map.of("flags", List.of("eForceQuit")));
        if (!ended(process)) {
            kill(process);
        }
        hangUp();
    }

    @Override
    public void die() {
        kill(process);
        hangUp();
    }

    private void hangUp() {
        try {
            marionette.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(Process process) {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        if (!ended(process)) {
            throw new IllegalStateException("Firefox does not end");
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

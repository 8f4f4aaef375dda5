package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import fr.sisamu.portail.liberty.RunSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * An open browser at a post, closed by {@link ClosesBrowsers}. Elements are named by CSS selectors; whatever a page has
 * yet to do is waited for.
 */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    private final Engine engine;
    private final RemoteWebDriver driver;
    private final CertificateStore store;
    private boolean dead;

    /** The screens that pages are looked at on, in CSS pixels. */
    enum Screen {
        /** Full HD, as on a desk of a call centre. */
        DESK(1920, 1080),
        /** A telephone. */
        SMALL(390, 844),
        /** Where WCAG 1.4.10 wants no scrolling in two directions. */
        NARROW(320, 720);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }

    Browser(Engine engine, CertificateStore store) {
        this.engine = engine;
        this.driver = engine.driver();
        this.store = store;
        driver.manage().timeouts().pageLoadTimeout(PATIENCE);
    }

    public static BrowserSetup withCard(String name) {
        return new BrowserSetup(Optional.of(name));
    }

    public static BrowserSetup withoutCard() {
        return new BrowserSetup(Optional.empty());
    }

    public void go(URI address) {
        driver.get(address.toString());
    }

    public URI address() {
        return URI.create(driver.getCurrentUrl());
    }

    /** Waits until the browser stands on the whole page of this path, for instance {@code /profile.xhtml}. */
    public void awaitPage(String path) {
        await().withMessage(() -> "still on " + driver.getCurrentUrl() + " and not on " + path)
                .until(page -> address().getPath().equals(path) && loaded());
    }

    /** Waits until the browser stands on a whole page of this origin. */
    void awaitOrigin(String origin) {
        await().withMessage(() -> "still on " + driver.getCurrentUrl() + " and not on " + origin)
                .until(page -> page.getCurrentUrl().startsWith(origin + "/") && loaded());
    }

    private boolean loaded() {
        return "complete".equals(driver.executeScript("return document.readyState"));
    }

    public WebElement find(String selector) {
        return await().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    public boolean shows(String selector) {
        return onOnePage(
                () -> driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed));
    }

    public String text(String selector) {
        return onOnePage(() -> find(selector).getText());
    }

    /** Waits until this element says something, and no longer what it said before. */
    public void awaitOther(String selector, String before) {
        await().until(page -> {
            String now = text(selector);
            return !now.isBlank() && !now.equals(before);
        });
    }

    public String title() {
        return driver.getTitle();
    }

    public void click(String selector) {
        onOnePage(() -> {
            find(selector).click();
            return selector;
        });
    }

    public void type(String selector, String text) {
        String kind = onOnePage(() -> {
            WebElement field = find(selector);
            field.clear();
            field.sendKeys(text);
            return String.valueOf(field.getAttribute("type"));
        });
        if ("password".equals(kind)) {
            RunSecrets.keep(text);
        }
    }

    /**
     * Does again what was begun on a page that gave way to the next one in the midst of it. Such a page has taken nothing:
     * the driver refuses an element that is no longer there before it touches it.
     */
    private <T> T onOnePage(Supplier<T> deed) {
        return await().until(page -> Optional.of(deed.get())).orElseThrow();
    }

    /** Puts a card into the reader of a post that had none; Chromium looks again at each attempt on a fresh name. */
    public void putCardIn(String name) {
        store.add(name);
    }

    /** The driver itself, for what is needed once. */
    public RemoteWebDriver driver() {
        return driver;
    }

    public FluentWait<WebDriver> await() {
        return await(PATIENCE);
    }

    /** Asks until it is so; a page that gives way to the next one in the midst of the question is asked again. */
    public FluentWait<WebDriver> await(Duration patience) {
        return new WebDriverWait(driver, patience).ignoring(StaleElementReferenceException.class);
    }

    /**
     * No violation of WCAG 2.1 A and AA (RGAA 4.1) that axe-core can find on the page as it stands. A page that gave way
     * to the next one took the script of axe-core with it: it is asked again.
     */
    public void assertAccessible() {
        await().until(page -> loaded());
        List<Rule> violations = await().ignoring(JavascriptException.class)
                .until(page -> new AxeBuilder().withTags(WCAG_AA).analyze(page).getViolations());
        assertThat(violations).as("axe-core on %s", driver.getCurrentUrl()).isEmpty();
    }

    /** Nothing on the console since the last look: no script error, no refused resource, no breach of the policy. */
    public void assertQuiet() {
        assertThat(engine.complaints())
                .as("console of %s", driver.getCurrentUrl())
                .isEmpty();
    }

    /** Nothing that is written for machines: no instant as the database has it, no key without a text. */
    private void assertReadable() {
        assertThat(text("body"))
                .as("text of %s", driver.getCurrentUrl())
                .doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}T\\d{2}:|\\?\\?\\?|PT\\d+[HMS]|\\bnull\\b");
    }

    /**
     * Looks at the page as it stands on a light desk and on a small dark screen: keeps both in
     * {@code target/screenshots} and finds both readable, accessible and quiet.
     */
    public void look(String name) {
        screenshot(name);
        assertReadable();
        assertAccessible();
        screen(Screen.SMALL, true);
        screenshot(name + "-small-dark");
        assertAccessible();
        screen(Screen.DESK, false);
        assertQuiet();
    }

    /** Keeps the page on both screens and reads it; its shape is judged where it is looked at. */
    void read(String name) {
        screenshot(name);
        assertReadable();
        screen(Screen.SMALL, true);
        screenshot(name + "-small-dark");
        screen(Screen.DESK, false);
        assertQuiet();
    }

    /** Reads this page in English too, and comes back to French. */
    void readInEnglish(String name) {
        speak("en");
        read(name + "-english");
        speak("fr");
    }

    /** Changes the language as the link at the top does. */
    private void speak(String language) {
        click(".language");
        find("html[lang=" + language + "]");
    }

    void screen(Screen screen, boolean dark) {
        engine.screen(screen, dark);
    }

    void zone(ZoneId zone) {
        engine.zone(zone);
    }

    /** Keeps the page as it looks now, down to its end, in {@code target/screenshots}. */
    public void screenshot(String name) {
        if (dead) {
            return;
        }
        Path directory = Path.of(System.getProperty("screenshots"));
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve(name + ".png"), engine.picture());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends like a browser whose post lost its power: no page says good-bye. */
    void die() {
        engine.die();
        dead = true;
    }

    @Override
    public void close() {
        if (!dead) {
            driver.manage().getCookies().forEach(cookie -> RunSecrets.keep(cookie.getValue()));
            engine.quit();
        }
        store.delete();
    }
}

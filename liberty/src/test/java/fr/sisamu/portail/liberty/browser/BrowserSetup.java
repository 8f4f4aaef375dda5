package fr.sisamu.portail.liberty.browser;

import fr.sisamu.portail.liberty.RunningServer;
import fr.sisamu.portail.liberty.browser.Browser.Screen;
import java.util.Optional;

/**
 * What a post's browser is like: its make, card, language, screen and colours. Chromium, unless the build says otherwise,
 * French, a Full HD desk and light by default.
 */
public final class BrowserSetup {

    private final Optional<String> card;
    private String language = "fr-FR,fr";
    private Make make = Make.valueOf(System.getProperty("browser"));
    private Screen screen = Screen.DESK;
    private boolean dark;
    private boolean script = true;
    private Optional<CardLine> cardLine = Optional.empty();
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
        cardLine = Optional.of(line);
        return this;
    }

    /** The browser that the post runs. */
    public BrowserSetup in(Make wanted) {
        make = wanted;
        return this;
    }

    public Browser open() {
        Browser browser = make.open(this);
        browser.screen(screen, dark);
        return browser;
    }

    Optional<String> card() {
        return card;
    }

    String language() {
        return language;
    }

    boolean script() {
        return script;
    }

    Optional<CardLine> cardLine() {
        return cardLine;
    }

    int cardPort() {
        return cardPort;
    }
}

package fr.sisamu.portail.liberty.browser;

import fr.sisamu.portail.liberty.RunningServer;
import org.openqa.selenium.By;

/** What people do on the pages of channels, passwords and codes. */
final class OtpSteps {

    private static final RunningServer SERVER = RunningServer.demonstration();

    private final Browser browser;

    OtpSteps(Browser browser) {
        this.browser = browser;
    }

    /** « Tester » this address, on the page of channels. */
    void test(String kind, String address) {
        browser.type("#input-" + kind, address);
        browser.click("#test-" + kind);
    }

    /** « Valider » its code. */
    void confirm(String kind, String code) {
        browser.type("#code-" + kind, code);
        browser.click("#confirm-" + kind);
        browser.find("#done");
    }

    /** Types a new password twice, once the meter has spoken. */
    void choose(String password, String button) {
        browser.type("#password", password);
        browser.await()
                .until(page -> !browser.driver()
                        .findElement(By.id("strength"))
                        .getText()
                        .isEmpty());
        browser.type("#again", password);
        browser.click(button);
    }

    /** Identifier and password, on the page of the way by code. */
    void claim(String identifier, String password) {
        browser.go(SERVER.portal("/otp.xhtml"));
        browser.type("#identifier", identifier);
        browser.type("#password", password);
        browser.click("#validate");
    }

    /** From the menu of the bandeau to one of its pages. */
    void menu(String entry, String page) {
        browser.click("#menu");
        browser.click("#menu-" + entry);
        browser.awaitPage(page);
    }
}

package fr.sisamu.portail.liberty.browser;

import fr.sisamu.portail.liberty.RunningServer;
import org.openqa.selenium.By;

/** What people do at a post, in the words of the user's guide. */
final class Post {

    private static final RunningServer SERVER = RunningServer.demonstration();

    private final Browser browser;

    Post(Browser browser) {
        this.browser = browser;
    }

    /** Steps 1 to 3: the card is in its reader, click on « CPX ». */
    void comeInByCard() {
        browser.go(SERVER.portal("/login.xhtml"));
        browser.click("#card");
    }

    /** Step 4. */
    void chooseProfile(String function, String unit) {
        browser.awaitPage("/profile.xhtml");
        browser.driver().findElements(By.cssSelector("fieldset")).stream()
                .filter(group -> group.getText().contains(unit))
                .flatMap(group -> group.findElements(By.cssSelector("label")).stream())
                .filter(label -> label.getText().contains(function))
                .findFirst()
                .orElseThrow()
                .click();
        browser.click("#validate");
    }

    /** Step 5. */
    void linkPhone(String number) {
        browser.awaitPage("/phone.xhtml");
        browser.type("#number", number);
        browser.click("#validate");
    }

    /** The whole way to the bandeau for whoever has one profile. */
    void workOn(String number) {
        comeInByCard();
        linkPhone(number);
        browser.awaitPage("/bandeau.xhtml");
    }

    void logOut() {
        browser.click("#menu");
        browser.click("#logout");
        browser.awaitPage("/login.xhtml");
    }
}

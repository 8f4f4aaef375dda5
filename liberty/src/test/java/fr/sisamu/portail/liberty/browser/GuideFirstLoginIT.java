package fr.sisamu.portail.liberty.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.liberty.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** « La première connexion », steps 1 to 5 of the user's guide, in French, by the cards of an ARM and of a doctor. */
@ExtendWith(ClosesBrowsers.class)
class GuideFirstLoginIT {

    private static final RunningServer SERVER = RunningServer.demonstration();

    @Test
    void bringsAnArmToTheBandeauWithTheOneProfileThereIs() {
        Browser browser = Browser.withCard("cpe-arm-auth").open();
        Post post = new Post(browser);
        post.comeInByCard();
        browser.awaitPage("/phone.xhtml");
        browser.look("phone");
        post.linkPhone("4101");

        browser.awaitPage("/bandeau.xhtml");
        browser.look("bandeau");
        assertThat(browser.text("#agent")).isEqualTo("Léa Arm-Factice");
        assertThat(browser.text("#profile")).isEqualTo("Assistant de régulation médicale");
        assertThat(browser.text("#unit")).isEqualTo("CRRA du SAMU 77 FACTICE");
        assertThat(browser.text("[data-phone-number]")).isEqualTo("4101");
        post.logOut();
    }

    @Test
    void letsADoctorChooseAmongThreeProfiles() {
        Browser browser = Browser.withCard("cps-medecin-auth").open();
        Post post = new Post(browser);
        post.comeInByCard();
        browser.awaitPage("/profile.xhtml");
        browser.look("profile");
        assertThat(browser.text("input:checked + label")).contains("proposé");
        post.chooseProfile("Médecin régulateur", "SAMU 2A");
        post.linkPhone("5101");

        browser.awaitPage("/bandeau.xhtml");
        browser.look("bandeau-doctor");
        assertThat(browser.text("#agent")).isEqualTo("Camille Factice");
        assertThat(browser.text("#unit")).isEqualTo("CRRA du SAMU 2A FACTICE");
        post.logOut();
    }

    @Test
    void speaksEnglishToWhoeverAsksForIt() {
        Browser browser = Browser.withCard("cps-medecin-auth").english().open();
        Post post = new Post(browser);
        post.comeInByCard();
        browser.awaitPage("/profile.xhtml");
        browser.look("profile-english");
        post.chooseProfile("Médecin régulateur", "SAMU 2A");
        browser.awaitPage("/phone.xhtml");
        browser.look("phone-english");
        post.linkPhone("5102");

        browser.awaitPage("/bandeau.xhtml");
        assertThat(browser.find("html").getAttribute("lang")).isEqualTo("en");
        browser.click("#menu");
        browser.look("bandeau-english");
        browser.click("#logout");
    }

    @Test
    void leadsADoctorWithoutPhoneStraightToTheBandeau() {
        Browser browser = Browser.withCard("cps-medecin-renouvele").open();
        Post post = new Post(browser);
        post.comeInByCard();
        post.chooseProfile("Médecin coordonnateur", "SAMU 77");

        browser.awaitPage("/bandeau.xhtml");
        assertThat(browser.text("#agent"))
                .as("a renewed card is the same person")
                .isEqualTo("Camille Factice");
        assertThat(browser.shows("[data-phone-number]")).isFalse();
        post.logOut();
    }

    @Test
    void remembersThePhoneOfThePost() {
        Browser browser = Browser.withCard("cpe-arm-auth").open();
        Post post = new Post(browser);
        post.workOn("4102");
        post.logOut();
        post.comeInByCard();
        browser.awaitPage("/phone.xhtml");

        assertThat(browser.find("#number").getAttribute("value")).isEqualTo("4102");
        browser.click("#validate");
        browser.awaitPage("/bandeau.xhtml");
        post.logOut();
    }

    @ParameterizedTest
    @EnumSource(Make.class)
    void worksWithoutAnyScript(Make make) {
        Browser browser =
                Browser.withCard("cpe-arm2-auth").in(make).withoutScript().open();
        new Post(browser).workOn("4103");

        assertThat(browser.text("[data-phone-number]")).isEqualTo("4103");
        browser.click("#menu");
        browser.click("#logout");
        browser.awaitPage("/login.xhtml");
    }

    @Test
    void tellsWhoeverHasNoProfileTodayWhomToCall() {
        Browser browser = Browser.withCard("cpe-profil-expire").open();
        new Post(browser).comeInByCard();

        browser.awaitPage("/profile.xhtml");
        browser.look("no-profile");
        assertThat(browser.shows("#validate")).isFalse();
    }

    @Test
    void leadsAStrangerToTheLoginPageFromEveryStep() {
        Browser browser = Browser.withoutCard().open();
        for (String page : new String[] {"/profile.xhtml", "/phone.xhtml", "/bandeau.xhtml", "/next"}) {
            browser.go(SERVER.portal(page));
            browser.awaitPage("/login.xhtml");
        }
    }

    @Test
    void leadsAnImpatientDoctorBackToTheMissingStep() {
        Browser browser = Browser.withCard("cps-medecin-auth").open();
        new Post(browser).comeInByCard();
        browser.awaitPage("/profile.xhtml");
        browser.go(SERVER.portal("/bandeau.xhtml"));

        browser.awaitPage("/profile.xhtml");
    }
}

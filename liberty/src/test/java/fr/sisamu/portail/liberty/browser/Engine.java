package fr.sisamu.portail.liberty.browser;

import fr.sisamu.portail.liberty.browser.Browser.Screen;
import java.time.ZoneId;
import java.util.List;
import org.openqa.selenium.remote.RemoteWebDriver;

/** What each make of browser does in its own way. */
interface Engine {

    RemoteWebDriver driver();

    void screen(Screen screen, boolean dark);

    /** The zone that the machine is set to. */
    void zone(ZoneId zone);

    /** The page down to its end, a PNG. */
    byte[] picture();

    /** What the console has complained of since it was last asked. */
    List<String> complaints();

    void quit();

    /** Ends like a browser whose post lost its power: no page says good-bye. */
    void die();
}

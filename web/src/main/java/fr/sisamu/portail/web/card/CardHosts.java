package fr.sisamu.portail.web.card;

import fr.sisamu.portail.web.security.ContentSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The host names of the card endpoint: a fresh one for each attempt, because browsers remember « no card » for a name
 * until they are restarted. A template without {@code {attempt}} is one fixed name, the documented lesser mode.
 */
@ApplicationScoped
public class CardHosts implements ContentSource {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PLACE = "{attempt}";

    @Inject
    @ConfigProperty(name = "portail.card.endpoint")
    String template;

    /** The address of the card endpoint for one attempt. */
    public String fresh() {
        byte[] name = new byte[8];
        RANDOM.nextBytes(name);
        return template.replace(PLACE, "c" + HexFormat.of().formatHex(name));
    }

    @Override
    public String source() {
        return template.replace(PLACE, "*");
    }
}

package fr.sisamu.portail.web.prosanteconnect;

import fr.sisamu.portail.prosanteconnect.CibaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the pages about Pro Santé Connect point to, by settings. */
@Named
@ApplicationScoped
public class PscLinks {

    @Inject
    @ConfigProperty(name = "portail.prosanteconnect.wallet")
    URI wallet;

    @Inject
    ButtonArtwork artwork;

    @Inject
    CibaService requests;

    /** Where an e-CPS is activated. */
    public String getWallet() {
        return wallet.toString();
    }

    /** Whether an e-CPS may also be asked from a page of the portal. */
    public boolean isDirect() {
        return requests.enabled();
    }

    /** Whether the official artwork of the button was put in place. */
    public boolean isArtwork() {
        return artwork.present();
    }

    public String getArtworkAddress() {
        return artwork.address();
    }
}

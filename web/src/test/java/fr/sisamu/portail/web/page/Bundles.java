package fr.sisamu.portail.web.page;

import java.util.Locale;
import java.util.ResourceBundle;

/** Both message bundles, each read without falling back on the other. */
public final class Bundles {

    private static final ResourceBundle.Control ALONE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Bundles() {}

    public static ResourceBundle in(Locale language) {
        return ResourceBundle.getBundle(Texts.BUNDLE, language, ALONE);
    }
}

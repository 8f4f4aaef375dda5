package fr.sisamu.portail.revocation;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the import directory answers to whoever left a file there, in French. */
record DirectoryAnswer(boolean taken, String text) {

    private static final String BUNDLE = "fr.sisamu.portail.revocation.directory";

    static DirectoryAnswer of(ImportResult result) {
        if (result instanceof ImportResult.Refused refused) {
            return new DirectoryAnswer(false, sentence(refused.reason().name()) + " (" + refused.detail() + ")");
        }
        return new DirectoryAnswer(true, sentence(result instanceof ImportResult.Imported ? "IMPORTED" : "UNCHANGED"));
    }

    static DirectoryAnswer of(BypassOpening opening) {
        return new DirectoryAnswer(opening == BypassOpening.OPENED, sentence(opening.name()));
    }

    static DirectoryAnswer unreadableBypass() {
        return new DirectoryAnswer(false, sentence("BYPASS_UNREADABLE"));
    }

    private static String sentence(String key) {
        return ResourceBundle.getBundle(BUNDLE, Locale.FRENCH).getString(key);
    }
}

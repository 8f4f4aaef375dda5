package fr.sisamu.portail.prosanteconnect;

/** The provider could not be asked, or nothing it said could be read: nothing is known of the person. */
public class ProviderUnavailableException extends Exception {

    /** The words name addresses and causes, never a code or a token. */
    public ProviderUnavailableException(String words, Throwable cause) {
        super(words, cause);
    }
}

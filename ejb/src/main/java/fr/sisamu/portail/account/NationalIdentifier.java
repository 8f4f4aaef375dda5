package fr.sisamu.portail.account;

/**
 * An identifiant national (IdNat_PS): one digit for its type, then the identifier; at most 32 characters, text and never
 * a number, for zeros count. Its shape is judged where it enters (card rules), not here.
 */
public record NationalIdentifier(String value) {

    public NationalIdentifier {
        if (value.isEmpty() || value.length() > 32) {
            throw new IllegalArgumentException("a national identifier has 1 to 32 characters");
        }
    }
}

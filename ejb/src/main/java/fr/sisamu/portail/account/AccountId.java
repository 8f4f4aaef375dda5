package fr.sisamu.portail.account;

/** The portal's own name for an account; never shown to people. */
public record AccountId(long value) {

    /** That of no account: whoever asks for nobody asks the database what they would ask for somebody. */
    public static final AccountId NOBODY = new AccountId(0);
}

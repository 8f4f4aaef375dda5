package fr.sisamu.portail.account;

/**
 * An account as the other features see it.
 *
 * @param loginName prenom.nom, as typed in the OTP way
 * @param cardSeen whether its owner has logged in by card once
 */
public record Account(
        AccountId id, String loginName, String givenName, String familyName, boolean closed, boolean cardSeen) {

    public String displayName() {
        return givenName + " " + familyName;
    }
}

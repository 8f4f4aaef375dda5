package fr.sisamu.portail.session;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.profile.Profile;

/**
 * Whose session it is and how they came in: what decides which profiles it may choose.
 *
 * @param onlyUnit the one unit that the session is confined to, or null
 */
record SessionAccess(AccountId account, LoginMethod method, AssuranceLevel level, Long onlyUnit) {

    public SessionAccess {} // JPA calls public constructors only

    /** Whether the unit of this profile lets in whoever came in like this. */
    boolean opens(Profile profile) {
        if (onlyUnit != null && onlyUnit != profile.unit().id()) {
            return false;
        }
        if (method != LoginMethod.OTP) {
            return true;
        }
        return profile.unit().access().otp()
                && (level != AssuranceLevel.TWO_STEP || profile.unit().access().mailCode());
    }
}

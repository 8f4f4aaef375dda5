package fr.sisamu.portail.partners.psc;

/** How the provider goes on from now. */
enum Switch {
    SIGN_RS256("signe en RS256"),
    SIGN_PS256("signe en PS256"),
    SIGN_ES256("signe en ES256"),
    USERINFO_JSON("userinfo en JSON"),
    USERINFO_JWT("userinfo en jeton signé"),
    ROTATE_KEYS("change de clés, publie encore les anciennes"),
    DROP_KEYS("change de clés, oublie les anciennes"),
    FORGET_SESSIONS("oublie toutes les sessions, sans le dire"),
    BACK_CHANNEL_LOGOUT("ferme toutes les sessions et le dit au portail");

    private final String words;

    Switch(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}

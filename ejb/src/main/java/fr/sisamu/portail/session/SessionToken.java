package fr.sisamu.portail.session;

/** The secret a browser holds for its session: 256 random bits in base64url. Its text form hides it. */
public record SessionToken(String value) {

    @Override
    public String toString() {
        return "SessionToken[…]";
    }
}

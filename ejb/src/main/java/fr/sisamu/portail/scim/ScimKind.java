package fr.sisamu.portail.scim;

/** The types of resources. */
public enum ScimKind {
    USER("/Users"),
    GROUP("/Groups");

    private final String endpoint;

    ScimKind(String endpoint) {
        this.endpoint = endpoint;
    }

    /** Below the base address (RFC 7643 §6). */
    public String endpoint() {
        return endpoint;
    }
}

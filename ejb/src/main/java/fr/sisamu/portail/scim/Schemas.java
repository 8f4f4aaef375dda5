package fr.sisamu.portail.scim;

/** The names of the schemas (RFC 7643 §8.7, RFC 7644 §8.2, and the portal's own extension). */
final class Schemas {

    static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    static final String ENTERPRISE_USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    /** What SI-SAMU knows of a user beyond the core: the national identifiers. */
    static final String SI_SAMU_USER = "urn:ietf:params:scim:schemas:extension:sisamu:2.0:User";

    static final String IDENTIFIERS = "nationalIdentifiers";

    static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private Schemas() {}
}

package fr.sisamu.portail.scim;

/**
 * What a client asks of a list or of a resource, as it says it (RFC 7644 §3.4.2, §3.9); what it does not say is empty.
 *
 * @param attributes names, separated by commas
 * @param startIndex of the first result, from 1
 */
public record ScimQuery(
        String filter,
        String attributes,
        String excludedAttributes,
        String sortBy,
        String sortOrder,
        String startIndex,
        String count) {

    /** Everything, as the server thinks best. */
    public static ScimQuery plain() {
        return new ScimQuery("", "", "", "", "", "", "");
    }
}

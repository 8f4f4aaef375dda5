package fr.sisamu.portail.partners.psc;

import java.util.List;

/**
 * A holder of an e-CPS.
 *
 * @param login what they type: their national identifier
 * @param subjectNameId the identifier that the provider gives as theirs
 * @param title their {@code codeCivilite}
 * @param profession code of TRE_G15, empty for who has none
 * @param note what the portal should make of them, for the page
 */
record Persona(
        String login,
        String subjectNameId,
        String givenName,
        String familyName,
        String title,
        String profession,
        Shape shape,
        List<OtherId> otherIds,
        String note) {

    /** The habits of the provider. */
    enum Shape {
        /** Everything, as in the samples. */
        FULL,
        /** The title inside {@code SubjectRefPro} instead of beside it. */
        MOVED_TITLE,
        /** Members that no document mentions. */
        UNKNOWN_MEMBERS,
        /** No profession, hence no {@code SubjectRefPro}, no {@code otherIds}, nothing but a name. */
        BARE
    }

    record OtherId(String identifier, String origin) {}

    /** Keycloak's name for a user of a federated directory; it changes when the identifier does. */
    String subject() {
        return "f:550dc1c8-d97b-4b1e-ac8c-000000000000:" + subjectNameId;
    }

    String fullName() {
        return givenName + " " + familyName;
    }
}

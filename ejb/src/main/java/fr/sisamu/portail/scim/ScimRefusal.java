package fr.sisamu.portail.scim;

import java.util.Optional;

/**
 * Why a request is refused, with its status and its {@code scimType} (RFC 7644 §3.12, tables 8 and 9). Each has its
 * sentence {@code scim.refused.<name>}.
 */
public enum ScimRefusal {
    INVALID_SYNTAX(400, "invalidSyntax"),
    INVALID_FILTER(400, "invalidFilter"),
    FILTER_TOO_LONG(400, "invalidFilter"),
    FILTER_TOO_DEEP(400, "invalidFilter"),
    /** Only what the database finds by an index may be asked for. */
    FILTER_NOT_INDEXED(400, "invalidFilter"),
    TOO_MANY_TERMS(400, "tooMany"),
    TOO_MANY_OPERATIONS(400, "tooMany"),
    TOO_MANY_MEMBERS(400, "tooMany"),
    INVALID_PATH(400, "invalidPath"),
    NO_TARGET(400, "noTarget"),
    INVALID_VALUE(400, "invalidValue"),
    UNKNOWN_UNIT(400, "invalidValue"),
    UNKNOWN_MEMBER(400, "invalidValue"),
    MUTABILITY(400, "mutability"),
    USER_NAME_TAKEN(409, "uniqueness"),
    IDENTIFIER_HELD(409, "uniqueness"),
    EXTERNAL_ID_TAKEN(409, "uniqueness"),
    GROUP_EXISTS(409, "uniqueness"),
    /** Another request took the same key at the same time. */
    TAKEN_MEANWHILE(409, "uniqueness"),
    NOT_FOUND(404, ""),
    CHANGED_MEANWHILE(412, ""),
    /** An administrator is closed by a person only, or nobody could mend what a machine has done. */
    ADMINISTRATOR(403, ""),
    /** Whoever's card is added to the account of somebody with a role comes in with that role. */
    ROLE_HOLDER(403, ""),
    TOO_MANY_LEAVE(403, "");

    private final int status;
    private final String scimType;

    ScimRefusal(int status, String scimType) {
        this.status = status;
        this.scimType = scimType;
    }

    public int status() {
        return status;
    }

    /** Empty where the RFC has no keyword. */
    public Optional<String> scimType() {
        return Optional.of(scimType).filter(word -> !word.isEmpty());
    }
}

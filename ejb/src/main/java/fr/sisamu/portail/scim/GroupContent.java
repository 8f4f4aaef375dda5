package fr.sisamu.portail.scim;

import java.util.Optional;
import java.util.Set;

/**
 * What a client says a group is to be; what it does not speak of stays as it is.
 *
 * @param externalId the identity system's key, empty text for none
 * @param members the numbers of accounts
 */
record GroupContent(GroupName.Meaning meaning, Optional<String> externalId, Optional<Set<Long>> members) {}

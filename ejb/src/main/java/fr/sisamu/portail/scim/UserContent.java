package fr.sisamu.portail.scim;

import fr.sisamu.portail.account.LoginName;
import fr.sisamu.portail.account.NationalIdentifier;
import fr.sisamu.portail.account.PersonName;
import java.util.Optional;
import java.util.Set;

/**
 * What a client says a user is to be; what it does not speak of stays as it is.
 *
 * @param externalId the identity system's key, empty text for none
 */
record UserContent(
        LoginName loginName,
        PersonName givenName,
        PersonName familyName,
        Optional<Boolean> active,
        Optional<String> externalId,
        Optional<Set<NationalIdentifier>> identifiers) {}

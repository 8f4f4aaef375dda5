package fr.sisamu.portail.account;

import java.util.Optional;

/** What makes an account; its identifier (prenom.nom) follows from the name. Names of at most 100 characters. */
public record NewAccount(String givenName, String familyName, Optional<NationalIdentifier> identifier) {}

package fr.sisamu.portail.scim;

/** Somebody who holds the function of a group. */
record Member(Long group, Long account, String givenName, String familyName) {

    public Member {} // JPA calls public constructors only
}

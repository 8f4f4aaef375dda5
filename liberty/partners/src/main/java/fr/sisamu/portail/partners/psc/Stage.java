package fr.sisamu.portail.partners.psc;

/** Where in a login a fault shows. */
enum Stage {
    REDIRECT,
    TOKEN_ERROR,
    ID_TOKEN,
    USERINFO
}

package fr.sisamu.portail.web.security;

/** The roles of web.xml, which are also the groups that the mechanism announces. */
public final class Roles {

    public static final String AGENT = "agent";

    private Roles() {}
}

package fr.sisamu.portail.web.security;

/** A place outside of the portal's own origin that its pages may speak to, as a source of a Content Security Policy. */
public interface ContentSource {

    /** A host source of CSP 3 §2.3.1, with scheme, for instance {@code https://*.carte.example:9444}. */
    String source();
}

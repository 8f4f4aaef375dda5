package fr.sisamu.portail.revocation;

import java.security.cert.X509Certificate;
import java.util.List;

/** The authorities whose lists count. A port, because it is the card feature that knows whom it trusts. */
public interface RevocationAuthorities {

    /** Each authority's certificate; its key verifies that authority's lists. */
    List<X509Certificate> all();
}

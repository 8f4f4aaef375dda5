package fr.sisamu.portail.web.security;

import fr.sisamu.portail.secret.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * The post behind a request. Whoever brings its cookie is spared the delay that strangers have caused, so the value stays
 * with the browser: rows, trace and whatever leaves the portal call the post by the digest, which is good for nothing.
 */
public final class Workstation {

    private Workstation() {}

    /** What the portal calls this post; empty if the browser has kept no name for it. */
    public static Optional<String> of(HttpServletRequest request) {
        return PortalCookie.WORKSTATION.read(request).map(Secrets::digest);
    }

    /** The same, with a name made at the first login; written anew at each one, for browsers forget it in the end. */
    static String keep(HttpServletRequest request, HttpServletResponse response) {
        String name = PortalCookie.WORKSTATION.read(request).orElseGet(Secrets::random);
        PortalCookie.WORKSTATION.write(response, name);
        return Secrets.digest(name);
    }
}

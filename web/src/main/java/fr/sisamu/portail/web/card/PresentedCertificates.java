package fr.sisamu.portail.web.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The certificates that a request presents: those of its own TLS connection or, only when a proxy is declared and the
 * connection comes from its address, the one that the proxy forwards. Nothing is judged here; a proxy's word that a
 * certificate is good counts for nothing.
 */
@ApplicationScoped
public class PresentedCertificates {

    private static final String TLS = "jakarta.servlet.request.X509Certificate";

    /** Headers that carry certificates by custom; from anyone but a declared proxy they are an attempt to deceive. */
    private static final List<String> SUSPECT = List.of("Client-Cert", "X-SSL-Client-Cert", "$WSCC");

    private static final int LONGEST_HEADER = 24_000;

    @Inject
    @ConfigProperty(name = "portail.card.proxy.addresses")
    Optional<String> proxies;

    @Inject
    @ConfigProperty(name = "portail.card.proxy.header")
    String header;

    @Inject
    @ConfigProperty(name = "portail.card.proxy.form")
    ForwardedForm form;

    /** The client's certificate first; empty when it has shown none. */
    List<X509Certificate> of(HttpServletRequest request) throws UnusableForwardingException {
        if (isDeclaredProxy(request.getRemoteAddr())) {
            return forwarded(request.getHeader(header));
        }
        for (String name : SUSPECT) {
            refuseIfPresent(request, name);
        }
        refuseIfPresent(request, header);
        X509Certificate[] chain = (X509Certificate[]) request.getAttribute(TLS);
        return chain == null ? List.of() : List.of(chain);
    }

    private boolean isDeclaredProxy(String address) {
        return proxies.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .anyMatch(address::equals);
    }

    private static void refuseIfPresent(HttpServletRequest request, String name) throws UnusableForwardingException {
        if (request.getHeader(name) != null) {
            throw new UnusableForwardingException("header " + name + " from an address that is no declared proxy");
        }
    }

    private List<X509Certificate> forwarded(String value) throws UnusableForwardingException {
        if (value == null || value.isBlank()) {
            return List.of();
        }
        if (value.length() > LONGEST_HEADER) {
            throw new UnusableForwardingException("the forwarded certificate has " + value.length() + " characters");
        }
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            byte[] der = form.der(value.strip());
            return List.of((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new UnusableForwardingException("the forwarded certificate is not in the form " + form, e);
        }
    }
}

package fr.sisamu.portail.liberty.blackbox;

import fr.sisamu.portail.partners.igc.Card;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

/** The proxies of the handbook, each with the form in which it forwards a certificate and the handbook's file. */
enum ProxyKind {
    HAPROXY_RFC9440("haproxy.cfg", "Client-Cert", "RFC9440"),
    HAPROXY_BASE64("haproxy.cfg", "X-SSL-Client-Cert", "BASE64_DER"),
    NGINX("nginx.conf", "X-SSL-Client-Cert", "ESCAPED_PEM");

    final String file;
    final String header;
    final String form;

    ProxyKind(String file, String header, String form) {
        this.file = file;
        this.header = header;
        this.form = form;
    }

    /** The file with the line of this form in force: the handbook gives the other one as a comment. */
    String chosen(String text) {
        return this == HAPROXY_BASE64
                ? text.replace("    http-request set-header Client-Cert", "    #http-request set-header Client-Cert")
                        .replace("    #http-request set-header X-SSL", "    http-request set-header X-SSL")
                : text;
    }

    /** What this proxy would say of the card, for whoever wants to say it in its place. */
    String value(Card card) throws CertificateEncodingException {
        String base64 = Base64.getEncoder().encodeToString(card.certificate().getEncoded());
        return switch (this) {
            case HAPROXY_RFC9440 -> ":" + base64 + ":";
            case HAPROXY_BASE64 -> base64;
            case NGINX ->
                URLEncoder.encode(
                                "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n",
                                StandardCharsets.US_ASCII)
                        .replace("+", "%20");
        };
    }
}

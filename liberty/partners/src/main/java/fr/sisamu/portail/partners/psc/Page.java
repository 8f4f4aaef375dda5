package fr.sisamu.portail.partners.psc;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.nio.charset.StandardCharsets;

/** The frame around the provider's pages: plain, legible by day and by night, without a script. */
final class Page {

    private static final ContentType HTML = new ContentType("text", "html", StandardCharsets.UTF_8);

    private Page() {}

    /** The body comes as HTML; the title is its heading. */
    static HTTPResponse of(int status, String title, String body) {
        HTTPResponse page = new HTTPResponse(status);
        page.setEntityContentType(HTML);
        page.setCacheControl("no-store");
        page.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'");
        page.setBody("<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"UTF-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + escaped(title)
                + " – Pro Santé Connect simulé</title><link rel=\"stylesheet\" href=\"/partners/psc.css\"></head><body>"
                + "<header>Pro Santé Connect <strong>simulé</strong>, pour la démonstration et les essais</header><main><h1>"
                + escaped(title) + "</h1>" + body + "</main></body></html>");
        return page;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escaped(value) + "\">";
    }

    static String button(String name, String value, String words) {
        return "<button name=\"" + name + "\" value=\"" + escaped(value) + "\">" + escaped(words) + "</button>";
    }

    /** A form that posts to a path of the provider. */
    static String form(String path, String content) {
        return "<form method=\"post\" action=\"" + PscSettings.ROOT + path + "\">" + content + "</form>";
    }
}

package fr.sisamu.portail.liberty.blackbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * The form of a deed as a browser would send it, or an attacker who has read the page.
 *
 * @param action where it leads
 * @param enctype of its body
 */
record DeedForm(URI action, String enctype, List<NameValuePair> fields) {

    /** From the page as it is now; from the ids alone if it does not show this form now. */
    static DeedForm of(Deed deed, URI address, String html) {
        int hash = deed.button().indexOf('#');
        if (hash > 0) {
            return byIds(
                    deed,
                    address,
                    deed.button().substring(0, hash),
                    deed.button().substring(hash + 1));
        }
        Element button = Jsoup.parse(html, address.toString()).selectFirst(deed.button());
        if (button == null) {
            throw new AssertionError("no button of " + deed.name() + " on " + address + ":\n" + html);
        }
        FormElement form = (FormElement) button.closest("form");
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(deed.fields());
        if (button.hasAttr("name")) {
            fields.put(button.attr("name"), button.attr("value"));
        }
        String action = form.hasAttr("action") ? form.absUrl("action") : address.toString();
        String enctype = form.hasAttr("enctype") ? form.attr("enctype") : "application/x-www-form-urlencoded";
        return new DeedForm(URI.create(action), enctype, pairs(fields));
    }

    private static DeedForm byIds(Deed deed, URI address, String form, String button) {
        Map<String, String> fields = new LinkedHashMap<>(deed.fields());
        if (form.startsWith("/")) {
            fields.put("deed", button);
        } else {
            fields.put(form + "_SUBMIT", "1");
            fields.put("jakarta.faces.ViewState", "stateless");
            fields.put(button, button);
        }
        URI page = URI.create(address.toString().replaceFirst("\\?.*", ""));
        return new DeedForm(page, "application/x-www-form-urlencoded", pairs(fields));
    }

    private static List<NameValuePair> pairs(Map<String, String> fields) {
        List<NameValuePair> pairs = new ArrayList<>();
        for (Entry<String, String> field : fields.entrySet()) {
            pairs.add(new BasicNameValuePair(field.getKey(), field.getValue()));
        }
        return pairs;
    }

    boolean isOfFiles() {
        return enctype.startsWith("multipart/");
    }

    boolean isOfFaces() {
        return fields.stream().anyMatch(field -> field.getName().equals("jakarta.faces.ViewState"));
    }

    String encoded() {
        return WWWFormCodec.format(fields, StandardCharsets.UTF_8);
    }

    /** The form as the address of a link. */
    URI asLink() {
        return URI.create(action + (action.getQuery() == null ? "?" : "&") + encoded());
    }
}

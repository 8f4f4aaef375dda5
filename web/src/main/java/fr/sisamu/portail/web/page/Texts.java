package fr.sisamu.portail.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sentences that come in a row, such as the steps of a procedure: {@code login.help.1}, {@code login.help.2}… */
@Named
@RequestScoped
public class Texts {

    public static final String BUNDLE = "fr.sisamu.portail.web.messages";

    @Inject
    Language language;

    /** The texts numbered from 1 under this key, as many as the bundle has. */
    public List<String> list(String key) {
        return list(ResourceBundle.getBundle(BUNDLE, language.getLocale()), key);
    }

    static List<String> list(ResourceBundle bundle, String key) {
        Stream<String> numbered = IntStream.iterate(1, i -> i + 1).mapToObj(i -> key + "." + i);
        return numbered.takeWhile(bundle::containsKey).map(bundle::getString).toList();
    }
}

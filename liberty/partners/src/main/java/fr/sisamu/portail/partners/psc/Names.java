package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.ParseException;
import java.util.Arrays;
import java.util.List;

/** Reads and lists the names of an enum that people and tests post. */
final class Names {

    private Names() {}

    static <E extends Enum<E>> E of(Class<E> type, String name) throws ParseException {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParseException("no " + type.getSimpleName() + " " + name));
    }

    static <E extends Enum<E>> List<String> all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }
}

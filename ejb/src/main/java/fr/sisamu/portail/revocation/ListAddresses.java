package fr.sisamu.portail.revocation;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The addresses of a setting: entries {@code common name of the authority|address}, separated by commas. An authority
 * named several times has several addresses, tried in that order.
 */
final class ListAddresses {

    private record Entry(String authority, URI address) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Refuses an unreadable entry with its text: a typing error must not silently leave an authority without lists. */
    ListAddresses(Optional<String> setting) {
        for (String text : setting.orElse("").split(",", -1)) {
            if (text.isBlank()) {
                continue;
            }
            int bar = text.indexOf('|');
            URI address = bar < 0
                    ? URI.create("")
                    : URI.create(text.substring(bar + 1).trim());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (!List.of("http", "https").contains(scheme) || address.getHost() == null) {
                throw new IllegalArgumentException("not an address of revocation lists: " + text);
            }
            entries.add(new Entry(text.substring(0, bar).trim(), address));
        }
    }

    List<URI> of(String authority) {
        return entries.stream()
                .filter(entry -> entry.authority().equalsIgnoreCase(authority))
                .map(Entry::address)
                .toList();
    }

    /** Names that are none of these authorities: typing errors, to be told to whoever runs the server. */
    List<String> strangers(List<String> authorities) {
        return entries.stream()
                .map(Entry::authority)
                .filter(name -> authorities.stream().noneMatch(name::equalsIgnoreCase))
                .distinct()
                .toList();
    }
}

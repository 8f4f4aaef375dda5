package fr.sisamu.portail.liberty.blackbox;

import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.Header;

/** What a server answered. */
public record Answer(int status, List<Header> headers, String body) {

    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getName().equalsIgnoreCase(name))
                .map(Header::getValue)
                .findFirst();
    }
}

package fr.sisamu.portail.web.administration;

import fr.sisamu.portail.administration.TraceQuestion;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The question to the trace, as an address holds it: one to ask again, to go on with, to take away. */
@Named
@RequestScoped
public class TraceForm {

    private static final List<String> FIELDS = List.of("code", "login", "kind", "unit", "from", "until");

    @Inject
    Typed typed;

    public TraceQuestion question() {
        return new TraceQuestion(in("code"), in("login"), in("kind"), in("unit"), in("from"), in("until"));
    }

    public String in(String field) {
        return typed.in(field);
    }

    /** The question as the query of an address. */
    public String getQuery() {
        return FIELDS.stream()
                .filter(field -> !in(field).isBlank())
                .map(field -> field + "=" + URLEncoder.encode(in(field), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

package fr.sisamu.portail.web.page;

import fr.sisamu.portail.web.body.Fields;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What was typed into the fields of a form, bounded: nothing longer than any of them could be goes further. */
@RequestScoped
public class Typed {

    private static final int LONGEST = 600;
    private static final String NUMBER = "\\d{1,18}";

    @Inject
    HttpServletRequest request;

    /** Empty for a field that is missing or absurdly long. */
    public String in(String field) {
        String value = Fields.of(request).first(field);
        return value == null || value.length() > LONGEST ? "" : value;
    }

    /** A number that a page of ours has put into the field; empty for anything else. */
    public Optional<Long> number(String field) {
        return Optional.of(in(field)).filter(text -> text.matches(NUMBER)).map(Long::valueOf);
    }

    /** The version of what a form was filled from; -1, which is none, for anything else. */
    public int version() {
        return number("version")
                .filter(version -> version <= Integer.MAX_VALUE)
                .map(Long::intValue)
                .orElse(-1);
    }

    /** Whether a box was ticked. */
    public boolean ticked(String field) {
        return !in(field).isEmpty();
    }
}

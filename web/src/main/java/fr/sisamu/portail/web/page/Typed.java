package fr.sisamu.portail.web.otp;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** What was typed into the fields of a form, bounded: nothing longer than any of them could be goes further. */
@RequestScoped
public class Typed {

    private static final int LONGEST = 300;

    @Inject
    HttpServletRequest request;

    /** Empty for a field that is missing or absurdly long. */
    public String in(String field) {
        String value = request.getParameter(field);
        return value == null || value.length() > LONGEST ? "" : value;
    }
}

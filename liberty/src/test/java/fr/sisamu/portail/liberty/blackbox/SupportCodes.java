package fr.sisamu.portail.liberty.blackbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The support code that a page shows. */
final class SupportCodes {

    private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

    private SupportCodes() {}

    static String in(String page) {
        Matcher code = CODE.matcher(page);
        if (!code.find()) {
            throw new AssertionError("no support code in " + page);
        }
        return code.group();
    }
}

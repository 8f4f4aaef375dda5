package fr.sisamu.portail.otp;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a mail address in the form people have them: the dot-atom of RFC 5321 §4.1.2, in ASCII, on a host name. */
final class MailAddresses {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    private MailAddresses() {}

    static Optional<String> read(String typed) {
        String address = typed.strip();
        if (address.length() > LONGEST || !SHAPE.matcher(address).matches()) {
            return Optional.empty();
        }
        int at = address.lastIndexOf('@');
        return Optional.of(address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT));
    }
}

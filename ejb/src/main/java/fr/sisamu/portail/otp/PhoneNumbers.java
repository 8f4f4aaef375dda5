package fr.sisamu.portail.otp;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import fr.sisamu.portail.otp.ChannelAddresses.Read;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a mobile number as people write it, from France and from overseas (libphonenumber). A national number of an
 * overseas territory is no valid one of mainland France, so the territories are tried in turn.
 */
final class PhoneNumbers {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final List<String> HOMES = List.of("FR", "RE", "GP", "GF", "MQ", "YT", "PM", "NC", "PF", "WF");
    private static final Set<PhoneNumberType> MOBILE =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);
    private static final int LONGEST = 30;

    private PhoneNumbers() {}

    /** A number in E.164, or why it is none to which a code may go. */
    static Read read(String typed, Set<String> regions) {
        if (typed.length() > LONGEST || !typed.matches("[+0-9 ().\\u00a0\\u202f/-]+")) {
            return Read.refused(ChannelRefusal.NOT_A_NUMBER);
        }
        List<PhoneNumber> numbers =
                HOMES.stream().flatMap(home -> parsed(typed, home)).toList();
        Optional<PhoneNumber> mobile = numbers.stream()
                .filter(LIBRARY::isValidNumber)
                .filter(number -> MOBILE.contains(LIBRARY.getNumberType(number)))
                .findFirst();
        if (mobile.isPresent()) {
            return regions.contains(LIBRARY.getRegionCodeForNumber(mobile.get()))
                    ? Read.of(LIBRARY.format(mobile.get(), PhoneNumberFormat.E164))
                    : Read.refused(ChannelRefusal.FOREIGN_NUMBER);
        }
        return Read.refused(
                numbers.stream().anyMatch(LIBRARY::isValidNumber)
                        ? ChannelRefusal.NOT_MOBILE
                        : ChannelRefusal.NOT_A_NUMBER);
    }

    private static Stream<PhoneNumber> parsed(String typed, String home) {
        try {
            return Stream.of(LIBRARY.parse(typed, home));
        } catch (NumberParseException e) {
            return Stream.empty();
        }
    }
}

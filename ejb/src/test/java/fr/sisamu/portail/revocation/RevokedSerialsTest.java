package fr.sisamu.portail.revocation;

import static fr.sisamu.portail.revocation.ListWorld.AUTHORITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Serials longer than RFC 5280 (4.1.2.2) allows an authority to give. */
class RevokedSerialsTest {

    static final Instant NOW = Instant.parse("2026-01-05T07:00:00Z");
    static final BigInteger TOO_LONG = BigInteger.TWO.pow(20 * 8);
    static final BigInteger REVOKED = BigInteger.TWO.pow(20 * 8 - 2);

    @Test
    void costTheirListNothingAndAreNeverCalledGood() throws RefusedListException {
        byte[] der = AUTHORITY.crl(NOW, NOW.plusSeconds(60), BigInteger.ONE, List.of(TOO_LONG, REVOKED));

        SignedList list = new SignedListReader(List.of(AUTHORITY.certificate())).read(der);

        AuthorityLists lists = AuthorityLists.of(list, Optional.empty());
        assertThat(answer(lists, REVOKED)).isEqualTo(RevocationAnswer.REVOKED);
        assertThat(answer(lists, BigInteger.TEN)).isEqualTo(RevocationAnswer.GOOD);
        assertThat(answer(lists, TOO_LONG)).isEqualTo(RevocationAnswer.UNKNOWN);
    }

    /** Not DER, and yet the number is plain: it must not be lost. */
    @Test
    void areReadAsTheNumberThatTheyAreWhenOnlyPadded() {
        RevokedSerials.Builder serials = new RevokedSerials.Builder(0);
        byte[] padded = new byte[30];
        padded[29] = 5;
        serials.add(padded, 0, padded.length);

        assertThat(serials.sorted().contains(BigInteger.valueOf(5).toByteArray()))
                .isTrue();
    }

    private static RevocationAnswer answer(AuthorityLists lists, BigInteger serial) {
        return lists.answer(serial, NOW, Duration.ZERO, true);
    }
}

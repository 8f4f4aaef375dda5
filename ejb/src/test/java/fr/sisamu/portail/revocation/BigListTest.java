package fr.sisamu.portail.revocation;

import static fr.sisamu.portail.revocation.ListWorld.AUTHORITY;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BigListTest {

    @Test
    void findsEverySerialOfManyAndNoOther() throws RefusedListException {
        Random random = new Random(7);
        List<BigInteger> serials = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            serials.add(new BigInteger(8 + random.nextInt(120), random).setBit(3));
        }
        Instant now = Instant.parse("2026-01-05T07:00:00Z");
        byte[] der = AUTHORITY.crl(now, now.plusSeconds(60), BigInteger.ONE, serials);

        SignedList list = new SignedListReader(List.of(AUTHORITY.certificate())).read(der);

        assertThat(serials).allMatch(serial -> list.revoked().contains(serial.toByteArray()));
        assertThat(list.revoked().contains(BigInteger.TWO.pow(140).toByteArray()))
                .isFalse();
    }
}

package fr.sisamu.portail.adapter.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsmpp.bean.Alphabet;
import org.junit.jupiter.api.Test;

class ShortTextTest {

    @Test
    void fitsOneSmsInTheAlphabetOfTheNetworks() {
        ShortText text = ShortText.of("SI-SAMU : 123456 est votre code à usage unique (repère K).", 1);
        assertThat(text.alphabet()).isEqualTo(Alphabet.ALPHA_DEFAULT);
        assertThat(text.parts()).hasSize(1);
        assertThat(text.parts().get(0)).contains((byte) 0x7f).doesNotContain((byte) 'à');
    }

    @Test
    void takesUcs2ForWhatThatAlphabetLacks() {
        ShortText text = ShortText.of("être", 1);
        assertThat(text.alphabet()).isEqualTo(Alphabet.ALPHA_UCS2);
        assertThat(text.parts().get(0)).hasSize(8);
    }

    @Test
    void joinsThePartsOfALongTextByAHeader() {
        ShortText text = ShortText.of("a".repeat(161), 7);
        assertThat(text.parts()).hasSize(2);
        assertThat(text.parts().get(1)).startsWith(5, 0, 3, 7, 2, 2).hasSize(6 + 8);
        assertThat(ShortText.of("ê".repeat(71), 7).parts())
                .hasSize(2)
                .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(140));
    }
}

package fr.sisamu.portail.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoteTest {

    @Test
    void saysWhatItKnows() {
        assertThat(Note.of("PHONE_LINKED")).contains(Note.Kind.PHONE_LINKED);
    }

    @Test
    void saysNothingElse() {
        assertThat(Note.of("<b>call this number</b>")).isEmpty();
        assertThat(Note.of(null)).isEmpty();
    }
}

package fr.sisamu.portail.web.administration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @Test
    void namesEveryPageOfAdministration() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("src/main/webapp/administration"))) {
            List<String> paths =
                    pages.map(page -> "/administration/" + page.getFileName()).toList();

            assertThat(Arrays.stream(Place.values()).map(Place::getPath).filter(path -> path.endsWith(".xhtml")))
                    .containsExactlyInAnyOrderElementsOf(paths);
        }
    }

    @ParameterizedTest
    @EnumSource
    void opensToItsDutyAlone(Place place) {
        assertThat(place.opens(Rights.ofToken("holder", Set.of(place.duty())))).isTrue();
        assertThat(Arrays.stream(Duty.values())
                        .filter(duty -> duty != place.duty())
                        .filter(duty -> place.opens(Rights.ofToken("other", Set.of(duty)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/administration/", "/administration/nothing.xhtml", "/administration/Accounts.xhtml"})
    void isNothingThatNobodyHasNamed(String path) {
        assertThat(Place.of(path)).isEmpty();
    }
}

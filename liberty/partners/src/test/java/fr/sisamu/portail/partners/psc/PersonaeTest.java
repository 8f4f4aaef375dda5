package fr.sisamu.portail.partners.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.partners.demo.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each persona is the case that its note promises, against the accounts of the demonstration. */
class PersonaeTest {

    private static final Map<String, String> LOGIN_OF = Table.rows("accounts.tsv").stream()
            .filter(row -> row[3].equals("ACTIVE"))
            .collect(Collectors.toMap(row -> row[4], row -> row[0]));

    private final Personae personae = new Personae();

    /** The accounts that somebody's identifiers lead to. */
    private Set<String> accounts(String typed) {
        Persona persona = personae.find(typed).orElseThrow();
        return Stream.concat(
                        Stream.of(persona.subjectNameId()),
                        persona.otherIds().stream().map(Persona.OtherId::identifier))
                .map(LOGIN_OF::get)
                .filter(login -> login != null)
                .collect(Collectors.toSet());
    }

    private Map<String, Object> claims(String typed) {
        return UserInfoClaims.of(personae.find(typed).orElseThrow());
    }

    @Test
    void leadsPeopleToTheirAccountByEitherIdentifier() {
        assertThat(accounts("899999000013")).containsExactly("camille.factice");
        assertThat(accounts("3999990005/ARM0042")).containsExactly("lea.arm");
        assertThat(accounts("899999000088")).containsExactly("yanis.arm");
    }

    @Test
    void leadsTheUnknownNowhereAndTheMixedUpToTwo() {
        assertThat(accounts("899999000054")).isEmpty();
        assertThat(accounts("899999000062")).isEmpty();
        assertThat(accounts("899999000096")).isEmpty();
        assertThat(accounts("3999990005/ARM0051")).containsExactlyInAnyOrder("marie.martin", "marie.martin2");
    }

    @Test
    void writesAbsentDataAsEmptyStringsOrNotAtAll() {
        assertThat(claims("899999000013").toString()).contains("numeroSiretSite=,");
        assertThat(claims("899999000047"))
                .containsOnlyKeys(
                        "sub", "preferred_username", "codeCivilite", "given_name", "SubjectNameID", "family_name");
    }

    @Test
    void saysNothingOfAProfessionThatSomebodyDoesNotHave() {
        assertThat(claims("3999990005/ARM0042"))
                .doesNotContainKeys("SubjectRefPro", "SubjectRole")
                .containsKey("otherIds");
    }

    @Test
    void movesTheTitleOfSomeAndAddsMembersToOthers() {
        assertThat(claims("899999000021")).doesNotContainKey("codeCivilite");
        assertThat(claims("899999000021").get("SubjectRefPro").toString()).contains("codeCivilite=M,");
        assertThat(claims("899999000039")).containsKey("idp_hint");
    }

    @Test
    void namesEveryHolderOnce() {
        Collection<String> typed = personae.all().stream().map(Persona::login).toList();

        assertThat(typed).hasSizeGreaterThanOrEqualTo(15).doesNotHaveDuplicates();
        assertThat(List.copyOf(personae.all()))
                .noneMatch(Predicate.not(each -> each.familyName().contains("FACTICE")));
    }
}

package fr.sisamu.portail.partners.psc;

import fr.sisamu.portail.partners.demo.Table;
import fr.sisamu.portail.partners.psc.Persona.OtherId;
import fr.sisamu.portail.partners.psc.Persona.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who holds an e-CPS: people whom the portal knows, and some whom it does not, or not well. */
final class Personae {

    private final List<Persona> all =
            Table.rows("personae.tsv").stream().map(Personae::persona).toList();

    List<Persona> all() {
        return all;
    }

    Optional<Persona> find(String login) {
        return all.stream().filter(each -> each.login().equals(login)).findFirst();
    }

    private static Persona persona(String[] row) {
        return new Persona(
                row[0], row[1], row[2], row[3], row[4], row[5], Shape.valueOf(row[6]), otherIds(row[7]), row[8]);
    }

    private static List<OtherId> otherIds(String column) {
        return Arrays.stream(column.split(" ", -1))
                .filter(each -> !each.isEmpty())
                .map(each -> each.split(":", 2))
                .map(each -> new OtherId(each[1], each[0]))
                .toList();
    }
}

package fr.sisamu.portail.web.supervision;

import fr.sisamu.portail.supervision.SupervisionService;
import fr.sisamu.portail.unit.UnitName;
import fr.sisamu.portail.web.administration.CurrentRights;
import fr.sisamu.portail.web.page.Typed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** The unit that a page of supervision is about: the one named in the address, or the only one there is. */
@Named
@RequestScoped
public class UnitInView {

    @Inject
    Typed typed;

    @Inject
    CurrentRights rights;

    @Inject
    SupervisionService supervision;

    private List<UnitName> units;

    /** The units whose board may be seen. */
    public List<UnitName> getUnits() {
        if (units == null) {
            units = supervision.units(rights.get());
        }
        return units;
    }

    /** Null while there is a choice to make. */
    public UnitName getUnit() {
        Optional<Long> named = typed.number("unit");
        if (named.isEmpty()) {
            return getUnits().size() == 1 ? getUnits().get(0) : null;
        }
        return getUnits().stream()
                .filter(unit -> unit.id() == named.get())
                .findFirst()
                .orElse(null);
    }

    /** Which unit a deed is about, whoever's it is: the service judges that. */
    long id() {
        return typed.number("unit").orElse(-1L);
    }
}

package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The resources of one type; every method refuses by {@link RefusedException}. */
interface Resources {

    ObjectNode get(String id, ScimQuery query);

    ObjectNode list(ScimQuery query);

    Written create(ObjectNode body);

    Written replace(String id, Optional<String> ifMatch, ObjectNode body);

    Written change(String id, Optional<String> ifMatch, ObjectNode patch);

    Written remove(String id, Optional<String> ifMatch);

    /** The identifier of a resource of this number. */
    String id(long number);
}

package fr.sisamu.portail.scim;

import fr.sisamu.portail.audit.SupportCode;
import java.util.Optional;

/** The answer to a request. */
public sealed interface ScimReply {

    /**
     * What was asked for is done.
     *
     * @param location the address of the resource, if it is one
     * @param version its entity tag, quotes included
     * @param json the resource, or a list of some; empty if it is gone
     */
    record Done(Optional<String> location, Optional<String> version, String json) implements ScimReply {}

    /**
     * Nothing was changed.
     *
     * @param subject the attribute, the path or the value at fault, bounded; may be empty
     * @param code leads to the trace of a refused change; empty where only something was read
     */
    record Refused(ScimRefusal reason, String subject, Optional<SupportCode> code) implements ScimReply {}
}

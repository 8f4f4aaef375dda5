package fr.sisamu.portail.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The service provider: JSON in, JSON out. Every method needs {@link Duty#PROVISION}; a refusal is an answer, and nothing
 * was changed then.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScimService {

    @Inject
    UserResources users;

    @Inject
    GroupResources groups;

    @Inject
    Discovery discovery;

    @Inject
    ScimTrace trace;

    /** What this service provider is and knows (RFC 7644 §4): by « ServiceProviderConfig », « Schemas/urn:… » and the like. */
    public ScimReply describe(Rights by, String path) {
        by.demand(Duty.PROVISION);
        return reading(() -> discovery.find(path));
    }

    /** One resource (RFC 7644 §3.4.1). */
    public ScimReply get(Rights by, ScimKind kind, String id, ScimQuery query) {
        by.demand(Duty.PROVISION);
        return reading(() -> of(kind).get(id, query));
    }

    /** Some resources (RFC 7644 §3.4.2). */
    public ScimReply list(Rights by, ScimKind kind, ScimQuery query) {
        by.demand(Duty.PROVISION);
        return reading(() -> of(kind).list(query));
    }

    /** The same, asked by the body of a POST (RFC 7644 §3.4.3). */
    public ScimReply search(Rights by, ScimKind kind, byte[] body) {
        by.demand(Duty.PROVISION);
        return reading(() -> of(kind).list(SearchBody.query(body)));
    }

    /** Makes a resource (RFC 7644 §3.3). */
    public ScimReply create(Rights by, ScimKind kind, byte[] body) {
        by.demand(Duty.PROVISION);
        return writing(by, kind, "POST", () -> of(kind).create(ScimJson.read(body)));
    }

    /**
     * Says anew what a resource is (RFC 7644 §3.5.1); attributes that are not said stay as they are.
     *
     * @param ifMatch the versions that the client has read
     */
    public ScimReply replace(Rights by, ScimKind kind, String id, Optional<String> ifMatch, byte[] body) {
        by.demand(Duty.PROVISION);
        return writing(by, kind, "PUT " + id, () -> of(kind).replace(id, ifMatch, ScimJson.read(body)));
    }

    /** Changes parts of a resource (RFC 7644 §3.5.2). */
    public ScimReply change(Rights by, ScimKind kind, String id, Optional<String> ifMatch, byte[] body) {
        by.demand(Duty.PROVISION);
        return writing(by, kind, "PATCH " + id, () -> of(kind).change(id, ifMatch, ScimJson.read(body)));
    }

    /** Closes an account, ends the profiles of a group (RFC 7644 §3.6); no row is deleted that the trace speaks of. */
    public ScimReply remove(Rights by, ScimKind kind, String id, Optional<String> ifMatch) {
        by.demand(Duty.PROVISION);
        try {
            trace.done(by, of(kind).remove(id, ifMatch));
            return new ScimReply.Done(Optional.empty(), Optional.empty(), "");
        } catch (RefusedException refused) {
            return refused(by, kind, "DELETE " + id, refused);
        }
    }

    private Resources of(ScimKind kind) {
        return kind == ScimKind.USER ? users : groups;
    }

    private static ScimReply reading(Supplier<ObjectNode> question) {
        try {
            return answer(question.get());
        } catch (RefusedException refused) {
            return new ScimReply.Refused(refused.reason(), refused.subject(), Optional.empty());
        }
    }

    private ScimReply writing(Rights by, ScimKind kind, String request, Supplier<Written> deed) {
        try {
            Written written = deed.get();
            trace.done(by, written);
            return answer(of(kind).get(of(kind).id(written.id()), ScimQuery.plain()));
        } catch (RefusedException refused) {
            return refused(by, kind, request, refused);
        } catch (RuntimeException fault) {
            if (!UniqueKey.isViolated(fault)) {
                throw fault;
            }
            return refused(by, kind, request, new RefusedException(ScimRefusal.TAKEN_MEANWHILE, ""));
        }
    }

    private ScimReply refused(Rights by, ScimKind kind, String request, RefusedException refused) {
        SupportCode code = trace.refused(by, kind.endpoint() + " " + request, refused);
        return new ScimReply.Refused(refused.reason(), refused.subject(), Optional.of(code));
    }

    private static ScimReply answer(ObjectNode json) {
        return new ScimReply.Done(Locations.in(json), Locations.versionIn(json), json.toString());
    }
}

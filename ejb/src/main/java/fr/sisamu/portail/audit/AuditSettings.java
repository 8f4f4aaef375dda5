package fr.sisamu.portail.audit;

import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Keys {@code portail.*} that the trace needs; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail")
@Dependent
public class AuditSettings {

    public String node;
}

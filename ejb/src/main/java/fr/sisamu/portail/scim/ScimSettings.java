package fr.sisamu.portail.scim;

import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys {@code portail.scim.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.scim")
@Dependent
public class ScimSettings {

    @ConfigProperty(name = "most-leaving-percent")
    public int mostLeavingPercent;
}

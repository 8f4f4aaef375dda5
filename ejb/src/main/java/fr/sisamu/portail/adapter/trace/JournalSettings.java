package fr.sisamu.portail.adapter.trace;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Keys {@code portail.journal.*}; each is described in META-INF/microprofile-config.properties. */
@ConfigProperties(prefix = "portail.journal")
@Dependent
public class JournalSettings {

    public Optional<String> file;
}

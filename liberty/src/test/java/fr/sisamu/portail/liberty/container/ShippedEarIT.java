package fr.sisamu.portail.liberty.container;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.schema.SchemaState;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The EAR starts on an empty database and hands out what its features share. */
@ExtendWith(ArquillianExtension.class)
class ShippedEarIT {

    @Inject
    Clock clock;

    @Inject
    SchemaState schema;

    @Deployment
    static EnterpriseArchive portal() {
        return PortalEar.withTest(ShippedEarIT.class);
    }

    @Test
    void hasOneClockForAllItsRules() {
        assertThat(clock).isNotNull();
        assertThat(clock.instant()).isNotNull();
    }
}

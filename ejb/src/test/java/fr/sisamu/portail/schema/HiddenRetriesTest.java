package fr.sisamu.portail.schema;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.TestDatabase;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.jupiter.api.Test;

class HiddenRetriesTest {

    @Test
    void areNoneAfterwards() {
        HiddenRetries retries = new HiddenRetries();
        retries.persistence = TestDatabase.of(TestDatabase.Kind.H2).entityManagers();

        retries.switchOff();

        ServerSession session = retries.persistence.unwrap(ServerSession.class);
        assertThat(session.getLogin().getQueryRetryAttemptCount()).isZero();
    }
}

package fr.sisamu.portail.schema;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.testdb.TestDatabase;
import jakarta.persistence.EntityManager;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HiddenRetriesTest {

    @Test
    void areNoneAfterwards() {
        HiddenRetries retries = new HiddenRetries();
        retries.persistence = TestDatabase.of(TestDatabase.Kind.H2).entityManagers();

        retries.switchOff();

        ServerSession session = retries.persistence.unwrap(ServerSession.class);
        assertThat(session.getLogin().getQueryRetryAttemptCount()).isZero();
    }

    /** EclipseLink starts here, and a database cut while it asked something would spoil it for good. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void areSwitchedOffWithoutAskingTheDatabase(TestDatabase.Kind kind) {
        CutDatabase database = new CutDatabase(TestDatabase.of(kind).dataSource());
        HiddenRetries retries = new HiddenRetries();
        retries.persistence = TestDatabase.behind(database.source()).entityManagers();

        retries.switchOff();

        assertThat(database.asked()).containsOnly("getConnection");
        try (EntityManager entities = retries.persistence.createEntityManager()) {
            assertThat(entities.createNativeQuery("select 1").getSingleResult()).isNotNull();
        }
        assertThat(database.asked()).contains("executeQuery");
    }
}

package fr.sisamu.portail.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.schema.SchemaState;
import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.EndReason;
import fr.sisamu.portail.session.LoginMethod;
import fr.sisamu.portail.session.NewSession;
import fr.sisamu.portail.session.OpenSessions;
import fr.sisamu.portail.session.OpenedSession;
import fr.sisamu.portail.session.SessionCensus;
import fr.sisamu.portail.session.WorkSessionService;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.TestDatabase;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseFiguresTest {

    static final String OPEN = "portail_open_sessions{level=\"TWO_FACTOR\",method=\"OTP\"}";

    Portal portal;
    Census census;
    DatabaseFigures figures;
    Shown shown;

    void on(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        census = new Census(new Portal(database).get(SessionCensus.class));
        portal = new Portal(database).with(SchemaState.class, ready()).with(SessionCensus.class, census);
        figures = portal.get(DatabaseFigures.class);
        shown = new Shown(figures);
    }

    /** The real one, until its database is gone. */
    private static final class Census extends SessionCensus {

        private final SessionCensus there;
        boolean gone;

        Census(SessionCensus there) {
            this.there = there;
        }

        @Override
        public List<OpenSessions> open() {
            if (gone) {
                throw new PersistenceException("the database is gone");
            }
            return there.open();
        }
    }

    static SchemaState ready() {
        return new SchemaState() {
            @Override
            public boolean ready() {
                return true;
            }
        };
    }

    OpenedSession login() {
        AccountId account = new AccountId(portal.rows().account("Camille", "Factice"));
        return portal.get(WorkSessionService.class)
                .open(new NewSession(
                        account,
                        LoginMethod.OTP,
                        AssuranceLevel.TWO_FACTOR,
                        Optional.of(UUID.randomUUID().toString()),
                        "192.0.2.7",
                        SupportCode.random()));
    }

    @ParameterizedTest
    @EnumSource
    void countOpenSessionsAndNotThoseThatEnded(TestDatabase.Kind kind) {
        on(kind);
        login();
        OpenedSession over = login();
        portal.get(WorkSessionService.class).end(over.sessionId(), EndReason.LOGOUT);

        figures.refresh();

        assertThat(shown.value(OPEN)).isOne();
        assertThat(shown.value("portail_open_sessions{level=\"STRONG\",method=\"CARD\"}"))
                .isZero();
        assertThat(shown.value("portail_linked_phones")).isZero();
        assertThat(shown.value("portail_database_available")).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void stayAsTheyWereWhenTheDatabaseIsGoneAndSaySo(TestDatabase.Kind kind) {
        on(kind);
        login();
        figures.refresh();
        double read = shown.value("portail_database_figures_timestamp_seconds");

        portal.clock().advance(Duration.ofMinutes(5));
        census.gone = true;
        figures.refresh();

        assertThat(shown.value(OPEN)).isOne();
        assertThat(shown.value("portail_database_available")).isZero();
        assertThat(shown.value("portail_database_figures_timestamp_seconds")).isEqualTo(read);

        census.gone = false;
        figures.refresh();

        assertThat(shown.value("portail_database_available")).isOne();
        assertThat(shown.value("portail_database_figures_timestamp_seconds")).isEqualTo(read + 300);
    }

    @ParameterizedTest
    @EnumSource
    void areMissingUntilTheyWereReadOnce(TestDatabase.Kind kind) {
        on(kind);

        assertThat(shown.lines(OPEN)).isEmpty();
        assertThat(shown.value("portail_database_available")).isZero();
    }
}

package fr.sisamu.portail.schema;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The connections of one try to migrate: they have the time that a migration of many rows needs, and all of them can be
 * cut when the database is known to be lost, so that the try ends and the next one begins.
 */
final class MigrationConnections {

    /** The longest that one statement of a migration may take. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Logger LOG = System.getLogger(MigrationConnections.class.getName());

    private final DataSource database;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    MigrationConnections(DataSource database) {
        this.database = database;
    }

    /** The data source for Flyway. */
    DataSource source() {
        return proxy(
                DataSource.class,
                database,
                (method, answer) -> answer instanceof Connection connection ? opened(connection) : answer);
    }

    /** Ends whatever waits for the database. */
    void abort() {
        for (Connection connection : open) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "a connection that is lost already", e);
            }
        }
        open.clear();
    }

    private Connection opened(Connection connection) throws SQLException {
        DatabasePatience.grant(connection, LONGEST);
        open.add(connection);
        return proxy(Connection.class, connection, (method, answer) -> {
            if (method.getName().equals("close")) {
                open.remove(connection);
            }
            if (answer instanceof Statement statement) {
                statement.setQueryTimeout(Math.toIntExact(LONGEST.toSeconds()));
            }
            return answer;
        });
    }

    /** Looks at what a method of the real one has answered, and may put something else in its place. */
    private interface Look {
        Object at(Method method, Object answer) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, Look look) {
        return type.cast(Proxy.newProxyInstance(
                MigrationConnections.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    try {
                        return look.at(method, method.invoke(target, args));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}

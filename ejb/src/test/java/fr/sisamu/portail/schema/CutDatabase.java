package fr.sisamu.portail.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * A database that is cut at one of the steps asked of it, counted from one: a connection, a statement, a commit. Before
 * the step, or after it when only the answer is lost. All its connections are dead from then on, until it is mended.
 */
final class CutDatabase {

    enum Moment {
        BEFORE,
        AFTER
    }

    private static final Set<String> STEPS = Set.of("getConnection", "commit");

    private final DataSource real;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new ArrayList<>();
    private int cutAt = Integer.MAX_VALUE;
    private Moment moment = Moment.BEFORE;

    CutDatabase(DataSource real) {
        this.real = real;
    }

    DataSource source() {
        return proxy(DataSource.class, real);
    }

    void cutAt(int step, Moment when) {
        asked.clear();
        cutAt = step;
        moment = when;
    }

    void mend() {
        cutAt(Integer.MAX_VALUE, Moment.BEFORE);
    }

    /** How many steps were asked for since it was last set. */
    int steps() {
        return asked.size();
    }

    /** Their names in JDBC. */
    List<String> asked() {
        return asked;
    }

    boolean isCut() {
        return asked.size() >= cutAt;
    }

    private <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null ? getClass().getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> call(target, method, args)));
    }

    private Object call(Object target, Method method, Object[] args) throws Throwable {
        boolean step = STEPS.contains(method.getName())
                || (target instanceof Statement && method.getName().startsWith("execute"));
        boolean closes = method.getName().equals("close") || method.getName().equals("isClosed");
        if (isCut() && !closes) {
            throw lost();
        }
        if (step) {
            asked.add(method.getName());
            if (isCut() && moment == Moment.BEFORE) {
                throw cut();
            }
        }
        Object answer = invoke(target, method, args);
        if (step && isCut()) {
            throw cut();
        }
        return wrapped(answer);
    }

    private static Object invoke(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object wrapped(Object answer) {
        if (answer instanceof Connection connection) {
            open.add(connection);
            return proxy(Connection.class, connection);
        }
        if (answer instanceof Statement statement) {
            Class<?> type = answer instanceof java.sql.CallableStatement
                    ? java.sql.CallableStatement.class
                    : answer instanceof java.sql.PreparedStatement ? java.sql.PreparedStatement.class : Statement.class;
            return proxy(type, statement);
        }
        return answer;
    }

    /** What the loss of a client is to a server: whatever it has not committed is undone. */
    private SQLException cut() throws SQLException {
        for (Connection connection : open) {
            if (!connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                connection.close();
            }
        }
        open.clear();
        return lost();
    }

    private static SQLException lost() {
        return new SQLNonTransientConnectionException("the database is cut", "08006");
    }
}

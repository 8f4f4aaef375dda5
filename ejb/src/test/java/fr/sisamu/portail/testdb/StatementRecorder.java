package fr.sisamu.portail.testdb;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Writes down what the portal asks of a database, in its order. */
public final class StatementRecorder {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final TestDatabase database;

    public StatementRecorder(TestDatabase.Kind kind) {
        DataSource real = TestDatabase.of(kind).dataSource();
        database = TestDatabase.behind(
                (DataSource) proxy(DataSource.class, real, (name, args, result) -> connection((Connection) result)));
    }

    /** The database behind which it sits. */
    public TestDatabase database() {
        return database;
    }

    /** The statements and commits of this work. Numbers for rows of the trace are drawn by fifties, and not by every work. */
    public List<String> during(Runnable work) {
        asked.clear();
        work.run();
        return asked.stream()
                .filter(statement -> !statement.contains("audit_entry_seq"))
                .toList();
    }

    private Connection connection(Connection real) {
        return (Connection) proxy(Connection.class, real, (name, args, result) -> {
            if (name.equals("prepareStatement")) {
                asked.add((String) args[0]);
            } else if (name.equals("commit") || name.equals("rollback")) {
                asked.add(name);
            }
            return result;
        });
    }

    private interface After {

        Object result(String method, Object[] args, Object result);
    }

    private static Object proxy(Class<?> type, Object real, After after) {
        return Proxy.newProxyInstance(
                StatementRecorder.class.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
                    try {
                        Object result = method.invoke(real, args);
                        boolean opens =
                                type == Connection.class || method.getName().equals("getConnection");
                        return opens ? after.result(method.getName(), args, result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

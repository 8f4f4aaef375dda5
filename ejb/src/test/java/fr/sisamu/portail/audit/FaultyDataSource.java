package fr.sisamu.portail.audit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** A database that can be lost, or that commits and is lost before it can say so. */
final class FaultyDataSource {

    private final DataSource real;
    private final AtomicInteger commitsWithoutAnswer = new AtomicInteger();
    private final AtomicReference<String> refusal = new AtomicReference<>();
    private volatile boolean lost;
    private final AtomicInteger asked = new AtomicInteger();

    FaultyDataSource(DataSource real) {
        this.real = real;
    }

    void lose(boolean now) {
        lost = now;
    }

    void commitWithoutAnswer(int times) {
        commitsWithoutAnswer.set(times);
    }

    /** The next commit is refused with this SQL state, and nothing is kept of it. */
    void refuseCommit(String state) {
        refusal.set(state);
    }

    /** How often somebody wanted a connection. */
    int asked() {
        return asked.get();
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    if (!method.getName().equals("getConnection")) {
                        return method.invoke(real, args);
                    }
                    asked.incrementAndGet();
                    if (lost) {
                        throw new SQLException("the database is lost", "08006");
                    }
                    return connection(real.getConnection());
                });
    }

    private Connection connection(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    try {
                        boolean commit = method.getName().equals("commit");
                        String refused = commit ? refusal.getAndSet(null) : null;
                        if (refused != null) {
                            throw new SQLException("refused", refused);
                        }
                        Object result = method.invoke(connection, args);
                        if (commit && commitsWithoutAnswer.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
                            throw new SQLException("the connection is lost", "08006");
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

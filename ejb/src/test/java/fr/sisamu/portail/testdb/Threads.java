package fr.sisamu.portail.testdb;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** The container's threads, for what must really run beside its caller. */
public final class Threads {

    private static final ExecutorService POOL = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });

    private Threads() {}

    public static ManagedExecutorService managed() {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                Threads.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, args) -> {
                    try {
                        return method.invoke(POOL, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** A server with no thread to spare. */
    public static ManagedExecutorService noneToSpare() {
        return executor(work -> {
            throw new RejectedExecutionException("no thread to spare");
        });
    }

    /** Hands the work to the test instead of a thread. */
    public static ManagedExecutorService executor(Consumer<Runnable> work) {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                Threads.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, args) -> {
                    work.accept((Runnable) args[0]);
                    return null;
                });
    }
}

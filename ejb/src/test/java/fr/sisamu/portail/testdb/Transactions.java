package fr.sisamu.portail.testdb;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Transactional.TxType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;

/** What the container does about transactions, in sixty lines: join, begin, suspend, commit, roll back. */
final class Transactions {

    /** A transaction, or the absence of one when its entity manager is null. */
    private record Open(EntityManager entityManager, List<Runnable> afterSuccess) {}

    private final EntityManagerFactory factory;
    private final ThreadLocal<Deque<Open>> stack = ThreadLocal.withInitial(ArrayDeque::new);

    Transactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    boolean active() {
        Open top = stack.get().peek();
        return top != null && top.entityManager != null;
    }

    void afterSuccess(Runnable work) {
        if (active()) {
            stack.get().element().afterSuccess.add(work);
        } else {
            work.run();
        }
    }

    Object call(TxType type, Callable<Object> work) throws Exception {
        return switch (type) {
            case REQUIRES_NEW -> begin(work);
            case REQUIRED -> active() ? work.call() : begin(work);
            case NOT_SUPPORTED -> suspended(work);
            case MANDATORY -> {
                if (!active()) {
                    throw new IllegalStateException("needs a transaction");
                }
                yield work.call();
            }
            case SUPPORTS, NEVER -> work.call();
        };
    }

    private Object suspended(Callable<Object> work) throws Exception {
        stack.get().push(new Open(null, List.of()));
        try {
            return work.call();
        } finally {
            stack.get().pop();
        }
    }

    private Object begin(Callable<Object> work) throws Exception {
        Open open = new Open(factory.createEntityManager(), new ArrayList<>());
        open.entityManager.getTransaction().begin();
        stack.get().push(open);
        Object result;
        try {
            result = work.call();
            open.entityManager.getTransaction().commit();
        } finally {
            stack.get().pop();
            if (open.entityManager.getTransaction().isActive()) {
                open.entityManager.getTransaction().rollback();
            }
            open.entityManager.close();
        }
        open.afterSuccess.forEach(Runnable::run);
        return result;
    }

    /** An entity manager as injected: that of the transaction, or a passing one. */
    EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, args) -> {
                    EntityManager target =
                            active() ? stack.get().element().entityManager : factory.createEntityManager();
                    try {
                        return method.invoke(target, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

package fr.sisamu.portail.testdb;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;

/** Carries events to the observers of the product, now or after the transaction, as each one asks. */
final class Events {

    private static final List<Method> OBSERVERS = observers();

    private final Portal portal;
    private final Transactions transactions;

    Events(Portal portal, Transactions transactions) {
        this.portal = portal;
        this.transactions = transactions;
    }

    Event<?> sender() {
        return (Event<?>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, args) -> {
                    fire(args[0]);
                    return null;
                });
    }

    private void fire(Object event) {
        for (Method observer : OBSERVERS) {
            if (observer.getParameterTypes()[0].isInstance(event)) {
                Observes how = observer.getParameters()[0].getAnnotation(Observes.class);
                if (how.during() == TransactionPhase.AFTER_SUCCESS) {
                    transactions.afterSuccess(() -> call(observer, event));
                } else {
                    call(observer, event);
                }
            }
        }
    }

    private void call(Method observer, Object event) {
        try {
            observer.setAccessible(true);
            observer.invoke(portal.get(observer.getDeclaringClass()), event);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Method> observers() {
        return Product.classes()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method ->
                        method.getParameterCount() > 0 && method.getParameters()[0].isAnnotationPresent(Observes.class))
                .toList();
    }
}

package fr.sisamu.portail.testdb;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional.TxType;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.matcher.ElementMatchers;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The portal's services on a test database, as the container would hand them out, under a clock that tests move. */
public final class Portal {

    private static final String INTERCEPTOR = "interceptor";

    /** Made once for all tests, for making a class takes longer than most tests. */
    private static final Map<Class<?>, Class<?>> INTERCEPTED = new ConcurrentHashMap<>();

    private final Map<Class<?>, Object> beans = new HashMap<>();
    private final Settings settings = new Settings();
    private final MovableClock clock = new MovableClock();
    private final TestDatabase database;
    private final Transactions transactions;
    private final Events events;

    public Portal(TestDatabase database) {
        this.database = database;
        this.transactions = new Transactions(database.entityManagers());
        this.events = new Events(this, transactions);
        beans.put(Clock.class, clock);
        beans.put(EntityManager.class, transactions.entityManager());
        beans.put(DataSource.class, database.dataSource());
        beans.put(Event.class, events.sender());
        beans.put(ManagedExecutorService.class, atOnce());
        beans.put(ManagedScheduledExecutorService.class, atOnce());
    }

    /** Runs at once what the product leaves to another thread, so that tests can look at what came of it. */
    private static Object atOnce() {
        return Proxy.newProxyInstance(
                Portal.class.getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class},
                (proxy, method, args) -> {
                    ((Runnable) args[0]).run();
                    return null;
                });
    }

    public MovableClock clock() {
        return clock;
    }

    public Rows rows() {
        return new Rows(database.dataSource());
    }

    /** Says otherwise than the reference file; before the beans that read it are asked for. */
    public Portal with(String key, String value) {
        settings.set(key, value);
        return this;
    }

    /** Puts a stand-in of an outside system behind its port. */
    public <T> Portal with(Class<T> port, T standIn) {
        beans.put(port, standIn);
        return this;
    }

    /** Runs work in one transaction, as a caller that has one of its own. */
    public void inTransaction(Runnable work) {
        try {
            transactions.call(TxType.REQUIRES_NEW, () -> {
                work.run();
                return null;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public synchronized <T> T get(Class<T> type) {
        Object known = beans.get(type);
        if (known == null) {
            try {
                known = type.isInterface() ? get(Product.behind(type)) : make(type);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot make " + type, e);
            }
        }
        return type.cast(known);
    }

    private Object make(Class<?> type) throws ReflectiveOperationException {
        Class<?> made = intercepted(type);
        Constructor<?> constructor = made.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object bean = constructor.newInstance();
        beans.put(type, bean);
        if (made != type) {
            made.getField(INTERCEPTOR).set(bean, new Interceptor(transactions));
        }
        if (type.isAnnotationPresent(ConfigProperties.class)) {
            settings.fill(bean);
            return bean;
        }
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(ConfigProperty.class)) {
                field.setAccessible(true);
                settings.fill(bean, field);
            } else if (field.isAnnotationPresent(Inject.class)
                    || field.isAnnotationPresent(Resource.class)
                    || field.getType() == EntityManager.class) {
                field.setAccessible(true);
                field.set(bean, get(field.getType()));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(PostConstruct.class)) {
                method.setAccessible(true);
                method.invoke(bean);
            }
        }
        return bean;
    }

    private static Class<?> intercepted(Class<?> type) {
        return type.isAnnotationPresent(ConfigProperties.class)
                ? type
                : INTERCEPTED.computeIfAbsent(type, Portal::subclass);
    }

    private static Class<?> subclass(Class<?> type) {
        try {
            return new ByteBuddy()
                    .subclass(type)
                    .defineField(INTERCEPTOR, Interceptor.class, Visibility.PUBLIC)
                    .method(ElementMatchers.not(ElementMatchers.isDeclaredBy(Object.class)))
                    .intercept(MethodDelegation.toField(INTERCEPTOR))
                    .make()
                    .load(
                            type.getClassLoader(),
                            ClassLoadingStrategy.UsingLookup.of(
                                    MethodHandles.privateLookupIn(type, MethodHandles.lookup())))
                    .getLoaded();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

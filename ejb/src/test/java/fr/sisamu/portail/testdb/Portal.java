package fr.sisamu.portail.testdb;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.Origin;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.implementation.bind.annotation.SuperCall;
import net.bytebuddy.matcher.ElementMatchers;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** The portal's services on a test database, as the container would hand them out, under a clock that tests move. */
public final class Portal {

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
    }

    /** Runs at once what the product leaves to another thread, so that tests can look at what came of it. */
    private static Object atOnce() {
        return Proxy.newProxyInstance(
                Portal.class.getClassLoader(), new Class<?>[] {ManagedExecutorService.class}, (proxy, method, args) -> {
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
                known = make(type);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot make " + type, e);
            }
        }
        return type.cast(known);
    }

    private Object make(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = intercepted(type).getDeclaredConstructor();
        constructor.setAccessible(true);
        Object bean = constructor.newInstance();
        beans.put(type, bean);
        if (type.isAnnotationPresent(ConfigProperties.class)) {
            settings.fill(bean);
            return bean;
        }
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(Inject.class)
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

    private Class<?> intercepted(Class<?> type) throws IllegalAccessException {
        if (type.isAnnotationPresent(ConfigProperties.class)) {
            return type;
        }
        return new ByteBuddy()
                .subclass(type)
                .method(ElementMatchers.not(ElementMatchers.isDeclaredBy(Object.class)))
                .intercept(MethodDelegation.to(new Interceptor()))
                .make()
                .load(
                        type.getClassLoader(),
                        ClassLoadingStrategy.UsingLookup.of(
                                MethodHandles.privateLookupIn(type, MethodHandles.lookup())))
                .getLoaded();
    }

    private static boolean enterprise(Class<?> type) {
        return type.isAnnotationPresent(Stateless.class) || type.isAnnotationPresent(Singleton.class);
    }

    private static TxType transactionOf(Method method) {
        Class<?> type = method.getDeclaringClass();
        if (enterprise(type)) {
            TransactionAttribute own = method.getAnnotation(TransactionAttribute.class);
            TransactionAttribute all = type.getAnnotation(TransactionAttribute.class);
            TransactionAttribute said = own != null ? own : all;
            return said == null ? TxType.REQUIRED : TxType.valueOf(said.value().name());
        }
        Transactional own = method.getAnnotation(Transactional.class);
        Transactional said = own != null ? own : type.getAnnotation(Transactional.class);
        return said == null ? TxType.SUPPORTS : said.value();
    }

    /** Stands before every business method; public for the generated classes. */
    public final class Interceptor {

        @RuntimeType
        public Object around(@Origin Method method, @SuperCall Callable<Object> deed) throws Exception {
            try {
                return transactions.call(transactionOf(method), deed);
            } catch (RuntimeException e) {
                throw enterprise(method.getDeclaringClass()) && !(e instanceof EJBException) ? new EJBException(e) : e;
            }
        }
    }
}

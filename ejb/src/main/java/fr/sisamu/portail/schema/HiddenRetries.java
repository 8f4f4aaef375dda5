package fr.sisamu.portail.schema;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;

/**
 * Switches off the retries that EclipseLink makes by itself when the database is lost: two, after five seconds each, on
 * the thread of a request. Whoever waits must be told within a second or two, and nothing else may run out of threads.
 *
 * <p>No property of the persistence unit reaches them, and a session customizer would oblige every server's
 * configuration to show EclipseLink's classes to the application; so they are reached by their public names.
 */
@ApplicationScoped
class HiddenRetries {

    private static final Logger LOG = System.getLogger(HiddenRetries.class.getName());

    @PersistenceUnit(unitName = "portail")
    EntityManagerFactory persistence;

    /**
     * To be called as soon as the database has answered. EclipseLink starts on this occasion, once and for all: it takes
     * connections, which the pool has at hand by now, and asks the database nothing, for it is told in {@code
     * persistence.xml} whom it speaks to. Were it refused a connection here, it would refuse everybody until a restart.
     *
     * @throws RuntimeException if it was
     */
    void switchOff() {
        EntityManager entities = persistence.createEntityManager();
        try {
            Object session = call(entities.getDelegate(), "getServerSession");
            Object login = call(session, "getLogin");
            login.getClass().getMethod("setQueryRetryAttemptCount", int.class).invoke(login, 0);
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "a lost database will be noticed ten seconds late", e);
        } finally {
            entities.close();
        }
    }

    private static Object call(Object target, String getter) throws ReflectiveOperationException {
        try {
            return target.getClass().getMethod(getter).invoke(target);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException lost) {
                throw lost;
            }
            throw e;
        }
    }
}

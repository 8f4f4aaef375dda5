package fr.sisamu.portail.testdb;

import jakarta.ejb.ApplicationException;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import net.bytebuddy.implementation.bind.annotation.Origin;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.implementation.bind.annotation.SuperCall;

/** Stands before every business method, as the container's transactions do; public for the generated classes. */
public final class Interceptor {

    private final Transactions transactions;

    Interceptor(Transactions transactions) {
        this.transactions = transactions;
    }

    @RuntimeType
    public Object around(@Origin Method method, @SuperCall Callable<Object> deed) throws Exception {
        try {
            return transactions.call(transactionOf(method), deed);
        } catch (RuntimeException e) {
            boolean wrapped = enterprise(method.getDeclaringClass())
                    && !(e instanceof EJBException)
                    && !e.getClass().isAnnotationPresent(ApplicationException.class);
            throw wrapped ? new EJBException(e) : e;
        }
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
}

package fr.sisamu.portail.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.message.MailGateways;
import fr.sisamu.portail.message.SmsGateways;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.DutyRefusedException;
import fr.sisamu.portail.role.Rights;
import fr.sisamu.portail.testdb.Portal;
import fr.sisamu.portail.testdb.Product;
import fr.sisamu.portail.testdb.TestDatabase;
import jakarta.ejb.Stateless;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The door of every service method that takes rights, found in the code itself, so that none is forgotten. */
class DoorsTest {

    static final Portal PORTAL = new Portal(TestDatabase.of(TestDatabase.Kind.H2))
            .with("portail.url", "https://www.portail.example")
            .with(SmsGateways.class, List::of)
            .with(MailGateways.class, List::of)
            .with("portail.security.key", "dGhlLWtleS1vZi10aGUtdGVzdHMtaXMtbm8tc2VjcmV0LWF0LWFsbA==");

    static Stream<Method> doors() {
        return Product.classes()
                .filter(type -> type.isAnnotationPresent(Stateless.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == Rights.class);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void refusesWhoeverMayNothing(Method door) {
        assertThatThrownBy(() -> knock(door, Rights.ofToken("nobody", Set.of())))
                .isInstanceOf(DutyRefusedException.class);
    }

    /** Whatever else somebody may do, without the one duty that the door asks for it stays shut. */
    @ParameterizedTest
    @MethodSource("doors")
    void asksForOneDutyAlone(Method door) {
        Duty asked = refusedFor(door);

        assertThatThrownBy(() -> knock(door, Rights.ofToken("busy", EnumSet.complementOf(EnumSet.of(asked)))))
                .isInstanceOf(DutyRefusedException.class);
    }

    @Test
    void standsBeforeEveryPublicMethodOfAdministration() {
        List<Method> open = Product.classes()
                .filter(type -> type.getPackageName().endsWith(".administration"))
                .filter(type -> type.isAnnotationPresent(Stateless.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getParameterCount() == 0 || method.getParameterTypes()[0] != Rights.class)
                .toList();

        assertThat(open).isEmpty();
        assertThat(doors()).hasSizeGreaterThan(25);
    }

    private static Duty refusedFor(Method door) {
        try {
            knock(door, Rights.ofToken("nobody", Set.of()));
            throw new AssertionError(door + " is open");
        } catch (DutyRefusedException refused) {
            return refused.duty();
        }
    }

    private static void knock(Method door, Rights rights) {
        Object[] arguments = Arrays.stream(door.getParameterTypes())
                .map(type -> type == Rights.class ? rights : anything(type))
                .toArray();
        try {
            door.invoke(PORTAL.get(door.getDeclaringClass()), arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object anything(Class<?> type) {
        if (type == AccountId.class) {
            return new AccountId(-1);
        }
        if (type == String.class) {
            return "x";
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == Duration.class) {
            return Duration.ZERO;
        }
        if (type == long.class) {
            return -1L;
        }
        if (type == int.class) {
            return -1;
        }
        if (type == boolean.class) {
            return false;
        }
        return null; // the door comes before whatever else is looked at
    }
}

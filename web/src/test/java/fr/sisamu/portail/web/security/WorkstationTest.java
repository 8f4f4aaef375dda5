package fr.sisamu.portail.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.secret.Secrets;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkstationTest {

    final List<Cookie> given = new ArrayList<>();
    final HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, args) -> given.add((Cookie) args[0]));

    @Test
    void isCalledByTheDigestOfItsCookieAndNeverByItsValue() {
        String value = Secrets.random();

        assertThat(Workstation.of(bringing(value)))
                .contains(Secrets.digest(value))
                .isNotEqualTo(Workstation.of(bringing(Secrets.digest(value))));
    }

    @Test
    void isCalledTheSameAtEachLogin() {
        String first = Workstation.keep(request(new Cookie[0]), response);
        String kept = given.get(0).getValue();
        String second = Workstation.keep(bringing(kept), response);

        assertThat(second).isEqualTo(first).isNotEqualTo(kept);
        assertThat(given.get(1).getValue()).isEqualTo(kept);
    }

    private static HttpServletRequest bringing(String value) {
        return request(new Cookie[] {new Cookie("__Host-poste", value)});
    }

    private static HttpServletRequest request(Cookie[] cookies) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                WorkstationTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> cookies);
    }
}

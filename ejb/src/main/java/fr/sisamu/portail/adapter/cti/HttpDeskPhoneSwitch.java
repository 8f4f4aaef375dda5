package fr.sisamu.portail.adapter.cti;

import fr.sisamu.portail.adapter.Breaker;
import fr.sisamu.portail.phone.DeskPhoneSwitch;
import fr.sisamu.portail.phone.SwitchUnavailableException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Speaks to the CTI bridge: PUT logs in, DELETE logs out and GET asks the state of {@code
 * {url}/phones/{unit}/{number}}. Without an address there is no telephone system, and nothing is ever linked on it.
 */
@ApplicationScoped
public class HttpDeskPhoneSwitch implements DeskPhoneSwitch {

    private static final Logger LOG = System.getLogger(HttpDeskPhoneSwitch.class.getName());

    private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"(FREE|LOGGED_IN|ON_CALL)\"");

    @Inject
    @ConfigProperties
    CtiSettings settings;

    @Inject
    Clock clock;

    private HttpClient http;

    private Breaker breaker;

    @PostConstruct
    void prepare() {
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout)
                .build();
        breaker = new Breaker(settings.pause);
    }

    @Override
    public void login(String unitCode, String number, String agent) throws SwitchUnavailableException {
        String body = "{\"agent\":\"" + agent.replaceAll("[\"\\\\\\p{Cc}]", "") + "\"}";
        ask(request(unitCode, number).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    @Override
    public void logout(String unitCode, String number) throws SwitchUnavailableException {
        ask(request(unitCode, number).DELETE());
    }

    @Override
    public State state(String unitCode, String number) throws SwitchUnavailableException {
        Matcher state = STATE.matcher(ask(request(unitCode, number).GET()));
        if (!state.find()) {
            throw new SwitchUnavailableException("the telephone system names no state", null);
        }
        return State.valueOf(state.group(1));
    }

    private HttpRequest.Builder request(String unitCode, String number) throws SwitchUnavailableException {
        URI base = settings.url.orElseThrow(
                () -> new SwitchUnavailableException("no telephone system is set (portail.cti.url)", null));
        String address = base.toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(address + "/phones/" + encoded(unitCode) + "/" + encoded(number)))
                .timeout(settings.timeout);
    }

    private String ask(HttpRequest.Builder request) throws SwitchUnavailableException {
        if (!breaker.letsThrough(clock.instant())) {
            throw new SwitchUnavailableException("the telephone system failed a moment ago", null);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 500) {
                throw new IOException("the telephone system answered " + answer.statusCode());
            }
            breaker.answered();
            if (answer.statusCode() / 100 != 2) {
                throw new SwitchUnavailableException("the telephone system refused: " + answer.statusCode(), null);
            }
            return answer.body();
        } catch (IOException e) {
            breaker.failed(clock.instant());
            LOG.log(Level.WARNING, "the telephone system is left alone for {0}: {1}", settings.pause, e);
            throw new SwitchUnavailableException("the telephone system could not be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SwitchUnavailableException("interrupted while asking the telephone system", e);
        }
    }

    /** A plus, a star or a hash in a number is a digit to the switch, not a mark of the address. */
    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

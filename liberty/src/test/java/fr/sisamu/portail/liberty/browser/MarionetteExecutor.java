package fr.sisamu.portail.liberty.browser;

import static java.util.Map.entry;

import fr.sisamu.portail.liberty.browser.Marionette.Answer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.remote.Command;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.DriverCommand;
import org.openqa.selenium.remote.ErrorCodec;
import org.openqa.selenium.remote.Response;
import org.openqa.selenium.remote.SessionId;
import org.openqa.selenium.remote.codec.w3c.W3CHttpCommandCodec;
import org.openqa.selenium.remote.codec.w3c.W3CHttpResponseCodec;
import org.openqa.selenium.remote.http.Contents;
import org.openqa.selenium.remote.http.HttpRequest;
import org.openqa.selenium.remote.http.HttpResponse;
import org.openqa.selenium.remote.http.UrlTemplate;

/**
 * Puts Selenium's commands, which are requests of the W3C's WebDriver, into the words of Marionette. Mozilla's geckodriver
 * does no more, and is not among Debian's packages.
 */
final class MarionetteExecutor implements CommandExecutor {

    private static final String SESSION = "/session/{session}";
    private static final String ELEMENT = SESSION + "/element/{id}";

    /** Each request of WebDriver that a test may make, and Marionette's command. */
    private static final Map<String, String> COMMANDS = Map.ofEntries(
            entry("GET " + SESSION + "/url", "GetCurrentURL"),
            entry("POST " + SESSION + "/url", "Navigate"),
            entry("POST " + SESSION + "/back", "Back"),
            entry("POST " + SESSION + "/forward", "Forward"),
            entry("POST " + SESSION + "/refresh", "Refresh"),
            entry("GET " + SESSION + "/title", "GetTitle"),
            entry("GET " + SESSION + "/source", "GetPageSource"),
            entry("GET " + SESSION + "/timeouts", "GetTimeouts"),
            entry("POST " + SESSION + "/timeouts", "SetTimeouts"),
            entry("GET " + SESSION + "/window", "GetWindowHandle"),
            entry("POST " + SESSION + "/window", "SwitchToWindow"),
            entry("DELETE " + SESSION + "/window", "CloseWindow"),
            entry("GET " + SESSION + "/window/handles", "GetWindowHandles"),
            entry("POST " + SESSION + "/window/new", "NewWindow"),
            entry("POST " + SESSION + "/frame", "SwitchToFrame"),
            entry("POST " + SESSION + "/frame/parent", "SwitchToParentFrame"),
            entry("POST " + SESSION + "/element", "FindElement"),
            entry("POST " + SESSION + "/elements", "FindElements"),
            entry("GET " + SESSION + "/element/active", "GetActiveElement"),
            entry("POST " + ELEMENT + "/element", "FindElement"),
            entry("POST " + ELEMENT + "/elements", "FindElements"),
            entry("POST " + ELEMENT + "/click", "ElementClick"),
            entry("POST " + ELEMENT + "/clear", "ElementClear"),
            entry("POST " + ELEMENT + "/value", "ElementSendKeys"),
            entry("GET " + ELEMENT + "/text", "GetElementText"),
            entry("GET " + ELEMENT + "/name", "GetElementTagName"),
            entry("GET " + ELEMENT + "/attribute/{name}", "GetElementAttribute"),
            entry("GET " + ELEMENT + "/property/{name}", "GetElementProperty"),
            entry("GET " + ELEMENT + "/css/{propertyName}", "GetElementCSSValue"),
            entry("GET " + ELEMENT + "/rect", "GetElementRect"),
            entry("GET " + ELEMENT + "/enabled", "IsElementEnabled"),
            entry("GET " + ELEMENT + "/selected", "IsElementSelected"),
            entry("POST " + SESSION + "/execute/sync", "ExecuteScript"),
            entry("POST " + SESSION + "/execute/async", "ExecuteAsyncScript"),
            entry("POST " + SESSION + "/actions", "PerformActions"),
            entry("DELETE " + SESSION + "/actions", "ReleaseActions"),
            entry("GET " + SESSION + "/cookie", "GetCookies"),
            entry("POST " + SESSION + "/cookie", "AddCookie"),
            entry("DELETE " + SESSION + "/cookie", "DeleteAllCookies"),
            entry("DELETE " + SESSION + "/cookie/{name}", "DeleteCookie"),
            entry("POST " + SESSION + "/alert/accept", "AcceptAlert"),
            entry("POST " + SESSION + "/alert/dismiss", "DismissAlert"),
            entry("GET " + SESSION + "/alert/text", "GetAlertText"),
            entry("DELETE " + SESSION, "DeleteSession"));

    private final Marionette marionette;
    private final W3CHttpCommandCodec requests = new W3CHttpCommandCodec();
    private final W3CHttpResponseCodec responses = new W3CHttpResponseCodec();
    private final ErrorCodec errors = ErrorCodec.createDefault();

    MarionetteExecutor(Marionette marionette) {
        this.marionette = marionette;
    }

    @Override
    public Response execute(Command command) throws IOException {
        if (command.getName().equals(DriverCommand.NEW_SESSION)) {
            return newSession();
        }
        HttpRequest request = requests.encode(command);
        String asked = request.getMethod() + " " + request.getUri();
        for (Map.Entry<String, String> known : COMMANDS.entrySet()) {
            UrlTemplate.Match match = new UrlTemplate(known.getKey()).match(asked);
            if (match != null) {
                Map<String, Object> parameters = parameters(request, match.getParameters());
                return response(command, marionette.ask("WebDriver:" + known.getValue(), parameters));
            }
        }
        throw new UnsupportedOperationException("no command of Marionette for " + asked);
    }

    private Response newSession() throws IOException {
        Map<String, Object> session = Marionette.map(marionette.demand("WebDriver:NewSession", Map.of()));
        Response response = new Response(new SessionId(session.get("sessionId").toString()));
        response.setState("success");
        response.setValue(session.get("capabilities"));
        return response;
    }

    private static Map<String, Object> parameters(HttpRequest request, Map<String, String> inAddress) {
        Map<String, Object> parameters = new HashMap<>(inAddress);
        parameters.remove("session");
        String body = request.contentAsString();
        if (!body.isEmpty()) {
            parameters.putAll(new Json().toType(body, Json.MAP_TYPE));
        }
        if (parameters.containsKey("using") && parameters.containsKey("id")) {
            parameters.put("element", parameters.remove("id"));
        }
        if (parameters.get("id") instanceof Map<?, ?> frame) {
            parameters.remove("id");
            parameters.put("element", frame.values().iterator().next());
        }
        return parameters;
    }

    private Response response(Command command, Answer answer) {
        HttpResponse http = new HttpResponse()
                .setStatus(answer.failed() ? status(answer.error()) : HttpURLConnection.HTTP_OK)
                .setHeader("Content-Type", Json.JSON_UTF_8)
                .setContent(Contents.asJson(Collections.singletonMap(
                        "value", answer.failed() ? answer.error() : unwrapped(answer.result()))));
        Response response = responses.decode(http);
        response.setSessionId(command.getSessionId().toString());
        return response;
    }

    private int status(Map<String, Object> error) {
        return errors.getHttpStatusCode(errors.decode(Map.of("value", error)));
    }

    /** Marionette wraps what is no object of its own. */
    private static Object unwrapped(Object result) {
        return result instanceof Map<?, ?> wrapper && wrapper.size() == 1 && wrapper.containsKey("value")
                ? wrapper.get("value")
                : result;
    }
}

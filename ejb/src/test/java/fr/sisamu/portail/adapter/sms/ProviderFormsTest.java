package fr.sisamu.portail.adapter.sms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The providers' forms of docs/messages.md, read as the portal reads settings. */
class ProviderFormsTest {

    private static final Pattern SETTING = Pattern.compile("(?m)^portail\\.sms\\.([a-z]+)\\.([a-z-]+)=(.*)$");
    private static final String TO = "+33612345678";
    private static final String TEXT = "SI-SAMU : 123456 \"é\" & {to}\n@www.portail.example #123456";

    @Test
    void areAllUsableAndWriteWellFormedRequests() throws IOException {
        Map<String, Map<String, String>> providers = documented();
        assertThat(providers).containsKeys("ovh", "octopush", "brevo", "kannel", "secours");
        providers.forEach((name, keys) -> {
            if (keys.get("protocol").equals("HTTP")) {
                HttpForm form = HttpForm.of(KeysOf.map(keys));
                URI address = form.address(TO, TEXT);
                assertThat(address.getScheme()).as(name).isEqualTo("https");
                String asked = address + form.body(TO, TEXT);
                assertThat(asked).as(name).contains("33612345678").contains("123456");
                if (form.headers().getOrDefault("Content-Type", "").contains("json")) {
                    assertThat(parsed(form.body(TO, TEXT))).as(name).contains("33612345678");
                }
            }
        });
    }

    /** Answers as the providers' documentations show them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ovh | {\"status\":100,\"creditLeft\":\"1987\",\"smsIds\":[\"10867690\"]} | 10867690",
                "octopush | {\"sms_ticket\":\"sms_xxxx\",\"number_of_contacts\":1,\"total_cost\":0.049} | sms_xxxx",
                "brevo | {\"reference\":\"ab1cde2fgh3i4jklmno\",\"messageId\":1511882900176220} | 1511882900176220",
            })
    void knowAYesAndItsReference(String provider, String answer, String reference) throws IOException {
        HttpForm form = HttpForm.of(KeysOf.map(documented().get(provider)));
        assertThat(form.success().orElseThrow().matcher(answer).find()).isTrue();
        Matcher found = form.reference().orElseThrow().matcher(answer);
        assertThat(found.find()).isTrue();
        assertThat(found.group(1)).isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ovh | {\"status\":201,\"message\":\"Missing password\"}",
                "octopush | {\"code\":101,\"message\":\"wrong credentials\"}",
                "brevo | {\"code\":\"not_enough_credits\",\"message\":\"100\"}",
            })
    void knowANo(String provider, String answer) throws IOException {
        HttpForm form = HttpForm.of(KeysOf.map(documented().get(provider)));
        assertThat(form.success().orElseThrow().matcher(answer).find()).isFalse();
    }

    private static String parsed(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject().toString();
        }
    }

    private static Map<String, Map<String, String>> documented() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("basedir"), "..", "docs", "messages.md"));
        Map<String, Map<String, String>> providers = new TreeMap<>();
        SETTING.matcher(text)
                .results()
                .forEach(setting -> providers
                        .computeIfAbsent(setting.group(1), name -> new HashMap<>())
                        .put(setting.group(2), setting.group(3)));
        return providers;
    }
}

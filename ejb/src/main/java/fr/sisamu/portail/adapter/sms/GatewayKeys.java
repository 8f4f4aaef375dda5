package fr.sisamu.portail.adapter.sms;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The keys {@code portail.sms.<name>.*} of one gateway. What is missing or malformed stops the start and is named. */
final class GatewayKeys {

    private final Config config;
    private final String name;

    GatewayKeys(Config config, String name) {
        if (!name.matches("[a-z][a-z0-9-]{0,30}")) {
            throw new IllegalStateException("portail.sms.gateways: not a name: " + name);
        }
        this.config = config;
        this.name = name;
    }

    String name() {
        return name;
    }

    String text(String key) {
        return optional(key).orElseThrow(() -> new IllegalStateException(path(key) + " is missing"));
    }

    String text(String key, String otherwise) {
        return optional(key).orElse(otherwise);
    }

    Optional<String> optional(String key) {
        return config.getOptionalValue(path(key), String.class);
    }

    int number(String key) {
        String text = text(key);
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalStateException(path(key) + " is no number");
        }
        return Integer.parseInt(text);
    }

    Duration duration(String key, String otherwise) {
        try {
            return Duration.parse(text(key, otherwise));
        } catch (RuntimeException e) {
            throw new IllegalStateException(path(key) + " is no duration (ISO-8601)", e);
        }
    }

    String path(String key) {
        return "portail.sms." + name + "." + key;
    }
}

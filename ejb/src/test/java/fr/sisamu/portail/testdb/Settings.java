package fr.sisamu.portail.testdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Settings as the product's reference file gives them, with what a test says otherwise. */
final class Settings {

    private final Properties values = new Properties();

    Settings() {
        try (InputStream reference = Settings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            values.load(reference);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void set(String key, String value) {
        values.setProperty(key, value);
    }

    void fill(Object settings) throws IllegalAccessException {
        String prefix =
                settings.getClass().getAnnotation(ConfigProperties.class).prefix();
        for (Field field : settings.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            field.set(settings, value(values.getProperty(prefix + "." + field.getName()), field.getGenericType()));
        }
    }

    private static Object value(String text, Type type) {
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            return text == null || text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(value(text, optional.getActualTypeArguments()[0]));
        }
        if (type == Duration.class) {
            return Duration.parse(text);
        }
        if (type == URI.class) {
            return URI.create(text);
        }
        if (type == int.class) {
            return Integer.valueOf(text);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        return text;
    }
}

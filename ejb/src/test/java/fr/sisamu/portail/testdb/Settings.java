package fr.sisamu.portail.testdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings as the product's reference file gives them, with what a test says otherwise. */
final class Settings {

    private final Properties values = new Properties();

    Settings() {
        try (InputStream reference = Settings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            values.load(reference);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The one secret that nearly every service needs, for each of them is traced.
        set("portail.security.key", "YSBrZXkgZm9yIHRlc3RzLCBhbmQgZm9yIG5vdGhpbmcgZWxzZQ==");
    }

    void set(String key, String value) {
        values.setProperty(key, value);
    }

    void fill(Object settings) throws IllegalAccessException {
        String prefix =
                settings.getClass().getAnnotation(ConfigProperties.class).prefix();
        for (Field field : settings.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            String name = field.isAnnotationPresent(ConfigProperty.class)
                    ? field.getAnnotation(ConfigProperty.class).name()
                    : field.getName();
            field.set(settings, value(values.getProperty(prefix + "." + name), field.getGenericType()));
        }
    }

    /** One setting injected by itself, by its whole name. */
    void fill(Object bean, Field field) throws IllegalAccessException {
        String name = field.getAnnotation(ConfigProperty.class).name();
        field.set(bean, value(values.getProperty(name), field.getGenericType()));
    }

    private static Object value(String text, Type type) {
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            return text == null || text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(value(text, optional.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType set && set.getRawType() == Set.class) {
            Type element = set.getActualTypeArguments()[0];
            return Arrays.stream(text.split(","))
                    .map(one -> value(one, element))
                    .collect(Collectors.toSet());
        }
        if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
            return Arrays.stream(enumeration.getEnumConstants())
                    .filter(constant -> constant.toString().equals(text))
                    .findFirst()
                    .orElseThrow();
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

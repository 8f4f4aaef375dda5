package fr.sisamu.portail.testdb;

import jakarta.decorator.Decorator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of the product, among which the container looks for observers and adapters. */
public final class Product {

    private static final List<String> NAMES = names();

    private Product() {}

    public static Stream<Class<?>> classes() {
        return NAMES.stream().map(Product::load);
    }

    /** The one class behind a port; decorators stand before it. */
    static Class<?> behind(Class<?> port) {
        return classes()
                .filter(type -> port.isAssignableFrom(type) && !type.isInterface())
                .filter(type -> !type.isAnnotationPresent(Decorator.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing implements " + port));
    }

    private static List<String> names() {
        try {
            Path classes = Path.of(Product.class
                            .getClassLoader()
                            .getResource("META-INF/persistence.xml")
                            .toURI())
                    .getParent()
                    .getParent();
            try (Stream<Path> files = Files.walk(classes.resolve("fr"))) {
                return files.map(classes::relativize)
                        .map(Path::toString)
                        .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                        .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Product.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

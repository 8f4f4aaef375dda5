package fr.sisamu.portail.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Addresses of the files under {@code /static/}, each with a check sum of its content: browsers may keep them, and a
 * page after an upgrade never meets the script of before.
 */
@Named
@ApplicationScoped
public class StaticFiles {

    @Inject
    ServletContext web;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    public String address(String name) {
        return addresses.computeIfAbsent("/static/" + name, path -> path + "?v=" + checkSum(path));
    }

    private String checkSum(String path) {
        try (InputStream file = web.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("no file " + path);
            }
            CRC32 sum = new CRC32();
            sum.update(file.readAllBytes());
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}

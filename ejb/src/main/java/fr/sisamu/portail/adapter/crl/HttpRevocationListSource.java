package fr.sisamu.portail.adapter.crl;

import fr.sisamu.portail.revocation.RevocationListSource;
import fr.sisamu.portail.revocation.RevocationListUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/**
 * Downloads a list by plain GET. Signed as it is, a list needs no TLS. {@code HttpURLConnection}, because unlike {@code
 * java.net.http} it can be told to close the connection, as the ANS asks; no redirect is followed.
 */
@ApplicationScoped
public class HttpRevocationListSource implements RevocationListSource {

    private static final int PIECE = 64 * 1024;

    @Inject
    @ConfigProperties
    HttpSettings settings;

    @Override
    public byte[] fetch(URI address, int limit) throws RevocationListUnavailableException {
        long deadline = System.nanoTime() + settings.total.toNanos();
        try {
            HttpURLConnection connection = open(address);
            try {
                int status = connection.getResponseCode();
                if (status != HttpURLConnection.HTTP_OK) {
                    throw new IOException("the server answered " + status);
                }
                if (connection.getContentLengthLong() > limit) {
                    throw new IOException(connection.getContentLengthLong() + " octets announced");
                }
                try (InputStream body = connection.getInputStream()) {
                    return read(body, Math.max(PIECE, connection.getContentLength()), limit, deadline);
                }
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            throw new RevocationListUnavailableException(address, e);
        }
    }

    private HttpURLConnection open(URI address) throws IOException {
        if (!(address.toURL().openConnection() instanceof HttpURLConnection connection)) {
            throw new IOException("not an HTTP address");
        }
        connection.setConnectTimeout(millis(settings.connect));
        connection.setReadTimeout(millis(settings.read));
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("Connection", "close");
        connection.setRequestProperty("Accept", "application/pkix-crl, */*;q=0.1");
        return connection;
    }

    /** The read time-out bounds each piece, the deadline all of them: a server that drips is given up too. */
    private byte[] read(InputStream body, int expected, int limit, long deadline) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream(expected);
        byte[] piece = new byte[PIECE];
        for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
            read.write(piece, 0, length);
            if (read.size() > limit) {
                throw new IOException("more than " + limit + " octets");
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("not finished after " + settings.total);
            }
        }
        return read.toByteArray();
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}

package fr.sisamu.portail.adapter.crl;

import fr.sisamu.portail.revocation.RevocationListSource;
import fr.sisamu.portail.revocation.RevocationListUnavailableException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    @Override
    public byte[] fetch(URI address, int limit) throws RevocationListUnavailableException {
        try {
            HttpURLConnection connection = open(address);
            Future<byte[]> list = executor.submit(() -> download(connection, limit));
            return await(list, connection);
        } catch (IOException e) {
            throw new RevocationListUnavailableException(address, e);
        }
    }

    /**
     * Waits for the whole exchange no longer than the setting. A time-out of the socket bounds one piece alone: looking up
     * the name and a server that drips its headers take as long as they like, on a thread that nobody waits for.
     */
    private byte[] await(Future<byte[]> list, HttpURLConnection connection) throws IOException {
        try {
            return list.get(settings.total.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (TimeoutException e) {
            executor.execute(connection::disconnect); // which may itself wait for the piece under way
            throw new IOException("not finished after " + settings.total, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server stops", e);
        }
    }

    private byte[] download(HttpURLConnection connection, int limit) throws IOException {
        long deadline = System.nanoTime() + settings.total.toNanos();
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

    /** The deadline frees the thread of a server that drips its list. */
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

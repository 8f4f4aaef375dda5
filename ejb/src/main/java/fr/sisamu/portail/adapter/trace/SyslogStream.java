package fr.sisamu.portail.adapter.trace;

import fr.sisamu.portail.adapter.trace.SyslogSettings.Transport;
import fr.sisamu.portail.audit.TraceRow;
import fr.sisamu.portail.audit.TraceSink;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Syslog over TCP or TLS: one connection, made anew when it is lost. */
final class SyslogStream implements TraceSink {

    private final SyslogSettings settings;
    private volatile Socket socket;

    SyslogStream(SyslogSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "syslog";
    }

    @Override
    public void write(TraceRow row) throws IOException {
        boolean written = false;
        try {
            Socket connected = connected();
            connected.getOutputStream().write(SyslogMessage.framed(row, settings.facility));
            connected.getOutputStream().flush();
            written = true;
        } finally {
            if (!written) {
                close(); // half a message may have gone: a new connection is the only way to say where the next begins
            }
        }
    }

    private Socket connected() throws IOException {
        Socket known = socket;
        if (known != null && !known.isClosed()) {
            return known;
        }
        int timeout = Math.toIntExact(settings.timeout.toMillis());
        Socket fresh = sockets().createSocket();
        socket = fresh; // so that a connection that hangs can be cut off as well
        fresh.connect(new InetSocketAddress(settings.host.orElseThrow(), settings.port), timeout);
        fresh.setKeepAlive(true);
        fresh.setSoTimeout(timeout);
        if (fresh instanceof SSLSocket tls) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS"); // RFC 5425 §5.2: the name is checked
            tls.setSSLParameters(parameters);
            tls.startHandshake();
        }
        return fresh;
    }

    /** Looked up for each connection: an authority that was renewed or mended needs no restart. */
    private SocketFactory sockets() {
        return settings.transport == Transport.TLS ? SyslogTrust.sockets(settings) : SocketFactory.getDefault();
    }

    @Override
    public void close() throws IOException {
        Socket known = socket;
        if (known != null) {
            known.close();
        }
    }
}

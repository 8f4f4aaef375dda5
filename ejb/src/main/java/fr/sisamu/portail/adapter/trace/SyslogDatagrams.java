package fr.sisamu.portail.adapter.trace;

import fr.sisamu.portail.audit.TraceRow;
import fr.sisamu.portail.audit.TraceSink;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Syslog over UDP (RFC 5426): nobody says whether anything arrives. */
final class SyslogDatagrams implements TraceSink {

    private final SyslogSettings settings;

    SyslogDatagrams(SyslogSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "syslog";
    }

    @Override
    public void write(TraceRow row) throws IOException {
        byte[] message = SyslogMessage.of(row, settings.facility);
        InetAddress address = InetAddress.getByName(settings.host.orElseThrow());
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(message, message.length, address, settings.port));
        }
    }

    @Override
    public void close() {
        // A datagram is sent or it is not; there is nothing to break off.
    }
}

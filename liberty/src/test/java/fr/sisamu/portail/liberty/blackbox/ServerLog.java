package fr.sisamu.portail.liberty.blackbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What the server that the build runs has written to its log since it was last looked at. */
final class ServerLog {

    private static final Path FILE =
            Path.of(System.getProperty("wlp.home"), "usr", "servers", "portail", "logs", "messages.log");

    private long seen;

    ServerLog() throws IOException {
        news();
    }

    /** Whole lines; a stack trace has one for each of its frames. */
    List<String> news() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(FILE.toFile(), "r")) {
            file.seek(seen);
            byte[] fresh = new byte[(int) (file.length() - seen)];
            file.readFully(fresh);
            seen += fresh.length;
            return new String(fresh, StandardCharsets.UTF_8).lines().toList();
        }
    }

    /**
     * Those that tell of a request, or go on from such a line: not what the portal's own clocks have to say, nor the single
     * lines by which the server says that a servlet was used for the first time and that it has kept a new kind of incident.
     */
    List<String> newsOfRequests() throws IOException {
        return news().stream()
                .filter(line -> !line.contains("SRVE0242I") && !line.contains("FFDC1015I"))
                .filter(line -> !line.startsWith("[")
                        || line.contains(".portail.web.")
                        || line.contains("com.ibm.ws.webcontainer")
                        || line.contains("com.ibm.ws.http")
                        || line.contains("org.jboss.weld"))
                .toList();
    }
}

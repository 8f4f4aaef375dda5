package fr.sisamu.portail.liberty.blackbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the server that the build runs has written to its log since it was last looked at. */
final class ServerLog {

    private static final Path FILE =
            Path.of(System.getProperty("wlp.home"), "usr", "servers", "portail", "logs", "messages.log");

    /** Date, thread, who says it, and the letter of its level. */
    private static final Pattern INFORMATION = Pattern.compile("\\[[^]]+] \\w+ \\S+ +I ");

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
     * Those that complain of a request, or go on from such a line: not what the portal's own clocks have to say, nor what the
     * server says of a servlet that it uses for the first time or an incident of a kind that it has not kept before.
     */
    List<String> newsOfRequests() throws IOException {
        return news().stream()
                .filter(line -> !INFORMATION.matcher(line).lookingAt())
                .filter(line -> !line.startsWith("[")
                        || line.contains(".portail.web.")
                        || line.contains("com.ibm.ws.webcontainer")
                        || line.contains("com.ibm.ws.http")
                        || line.contains("org.jboss.weld"))
                .toList();
    }
}

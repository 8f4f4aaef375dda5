package fr.sisamu.portail.audit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Verifies the trace without the server, from another machine if one likes:
 *
 * <pre>java -cp 'portail-ejb.jar:lib/*:jdbc/*' fr.sisamu.portail.audit.VerifyCommand</pre>
 *
 * <p>Reads DB_URL, DB_USER, DB_PASSWORD, PORTAIL_SECURITY_KEY and, if that key was ever changed,
 * PORTAIL_AUDIT_FORMER_KEYS from the environment. Exit codes: 0, nobody has touched the trace; 1, somebody has, and the
 * first bad row of each chain is named; 2, it could not be found out.
 */
public final class VerifyCommand {

    static final int SOUND = 0;
    static final int TAMPERED = 1;
    static final int UNKNOWN = 2;

    private static final List<String> NEEDED = List.of("DB_URL", "DB_USER", "DB_PASSWORD", "PORTAIL_SECURITY_KEY");

    private VerifyCommand() {}

    public static void main(String[] arguments) {
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(System.getenv(), console));
    }

    static int run(Map<String, String> environment, PrintStream out) {
        List<String> missing =
                NEEDED.stream().filter(name -> !environment.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            out.println("missing from the environment: " + String.join(", ", missing));
            return UNKNOWN;
        }
        try (Connection connection = DriverManager.getConnection(
                environment.get("DB_URL"), environment.get("DB_USER"), environment.get("DB_PASSWORD"))) {
            SealKeys keys = SealKeys.of(keys(environment));
            VerifyReport report = Transaction.read(
                    connection, reading -> new Verification(reading, keys, VerificationProgress.UNHEARD).run());
            report.chains().forEach(chain -> out.println(line(chain)));
            return report.sound() ? SOUND : TAMPERED;
        } catch (SQLException | IllegalStateException e) {
            out.println("the trace could not be verified: " + e.getMessage());
            return UNKNOWN;
        }
    }

    private static List<String> keys(Map<String, String> environment) {
        String former = environment.getOrDefault("PORTAIL_AUDIT_FORMER_KEYS", "");
        return Stream.concat(
                        Stream.of(environment.get("PORTAIL_SECURITY_KEY")),
                        Arrays.stream(former.split(",")).filter(key -> !key.isBlank()))
                .toList();
    }

    private static String line(ChainReport chain) {
        String name = chain.node().equals(Seal.BEFORE_THE_CHAIN) ? "(before the chain)" : chain.node();
        return name + ": " + chain.rows() + " rows, "
                + chain.fault().map(ChainFault::toString).orElse("sound");
    }
}

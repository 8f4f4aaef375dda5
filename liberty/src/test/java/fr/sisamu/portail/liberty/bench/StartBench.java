package fr.sisamu.portail.liberty.bench;

import fr.sisamu.portail.liberty.ServerCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the start of the process to « ready », for the server as it was built: at first with an empty database. */
class StartBench {

    private static final int STARTS = Integer.getInteger("bench.starts", 3);

    @Test
    void measuresTheStart() throws Exception {
        Report report = new Report("Start of the built server until /health/ready is UP");
        ServerCopy copy = ServerCopy.named("portail-bench");
        List<Double> seconds = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        first(report, copy);
        for (int i = 0; i < STARTS; i++) {
            seconds.add(copy.startUntilReady());
            cpu.add(process(copy).cpu().total() / 1000);
            resident.add((double) process(copy).residentMebibytes());
            copy.stop();
        }
        report.line("starts afterwards", Integer.toString(STARTS))
                .line("ready after", Spread.of(seconds), "s")
                .line("processor time by then", Spread.of(cpu), "s")
                .line("resident memory by then", Spread.of(resident), "MiB")
                .line("files of the server", Files.size(apps(copy.directory())) / 1024 + " KiB EAR")
                .print();
    }

    private static void first(Report report, ServerCopy copy) throws IOException, InterruptedException {
        double seconds = copy.startUntilReady();
        report.line("Java of the server", process(copy).java())
                .line("first start, schema and caches made: ready after", Spread.of(List.of(seconds)), "s");
        copy.stop();
    }

    private static ServerProcess process(ServerCopy copy) {
        return new ServerProcess(copy.pid());
    }

    private static Path apps(Path server) {
        return server.resolve("apps").resolve("portail.ear");
    }
}

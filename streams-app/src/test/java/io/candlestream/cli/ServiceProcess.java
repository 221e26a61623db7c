package io.candlestream.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `candlestream serve` as a process of its own, so that it can be killed.
final class ServiceProcess implements AutoCloseable {

    private final Process process;
    private final Path log;

    private ServiceProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Starts the service on a cluster.
    ///
    /// @param dataDir where it keeps its local state, and its output in the file `serve.log`
    /// @param settings `key=value` each
    static ServiceProcess start(String bootstrapServers, Path dataDir, String... settings) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "serve",
                                "--bootstrap-servers",
                                bootstrapServers,
                                "--data-dir",
                                dataDir.toString()));
        for (String setting : settings) {
            arguments.add("--set");
            arguments.add(setting);
        }
        return startCommand(dataDir, arguments.toArray(String[]::new));
    }

    /// Starts any command.
    ///
    /// @param dataDir its output is in a file beside it
    static ServiceProcess startCommand(Path dataDir, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        command.addAll(List.of(arguments));
        try {
            Files.createDirectories(dataDir);
            Path log = dataDir.resolveSibling(dataDir.getFileName() + ".log");
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            return new ServiceProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// SIGKILL: the process gets no chance to do anything more.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// SIGTERM, and the exit code.
    int stop() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the service must have ended, its log: " + log());
        }
        return process.exitValue();
    }

    /// Everything it has printed so far.
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

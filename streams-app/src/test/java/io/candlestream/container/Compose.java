package io.candlestream.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The command `docker compose` with our compose file, under a project of its own.
final class Compose {

    private static final String ROOT = System.getProperty("candlestream.root");

    private final String project;
    private final Map<String, String> environment;

    Compose(String project, Map<String, String> environment) {
        this.project = project;
        this.environment = Map.copyOf(environment);
    }

    /// Tells whether the command is there and reaches an engine.
    static boolean isAvailable() throws InterruptedException {
        try {
            return finish(start(List.of("docker", "compose", "ls"), Map.of())).exitCode() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// Runs a command to its end.
    ///
    /// @return what it wrote
    /// @throws AssertionError when it fails
    String run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of("docker", "compose", "-f", "docker/compose.yaml", "-p", project));
        command.addAll(List.of(arguments));
        Finished finished = finish(start(command, environment));
        if (finished.exitCode() != 0) {
            throw new AssertionError(
                    String.join(" ", command)
                            + " must succeed, ended with "
                            + finished.exitCode()
                            + ":\n"
                            + finished.output());
        }
        return finished.output();
    }

    private record Finished(int exitCode, String output) {}

    private static Process start(List<String> command, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(Path.of(ROOT).toFile())
                        .redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Finished finish(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Finished(process.waitFor(), output);
    }
}

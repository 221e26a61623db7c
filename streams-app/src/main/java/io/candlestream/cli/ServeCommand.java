package io.candlestream.cli;

import io.candlestream.service.Service;
import io.candlestream.service.StateFile;
import io.candlestream.settings.ConfiguredLearners;
import io.candlestream.settings.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `candlestream serve`: one instance of the service, until it is told to stop or fails.
@Command(
        name = "serve",
        description = {
            "Run the service until Ctrl-C: candles in, predictions out.",
            "Uses the cluster that is named, else the broker that runs in the data folder, else an"
                    + " embedded broker of its own."
        })
final class ServeCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final ClusterOptions cluster = new ClusterOptions();

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.load(cluster.overrides());
        try (StopSignal stop = StopSignal.install()) {
            run(settings, stop);
            console.err().println("service has stopped");
        }
        return ExitCode.DONE;
    }

    private void run(Settings settings, StopSignal stop) throws InterruptedException {
        try (Service service = Service.start(settings);
                StateFile _ = StateFile.keep(settings.dataDir(), service.streams())) {
            service.streams().onEnd(stop::raise);
            console.out().println(service.cluster().bootstrapServers());
            console.err()
                    .println(
                            "service "
                                    + settings.applicationId()
                                    + " has started on "
                                    + (service.cluster().isOwn()
                                            ? "an embedded broker, its data in "
                                                    + settings.dataDir()
                                            : service.cluster().bootstrapServers()));
            tellSignals(settings);
            stop.await();
            service.streams().failIfFailed();
        }
    }

    /// Nobody knows here whether a signal will come; who waits for predictions should know for
    /// what.
    private void tellSignals(Settings settings) {
        List<String> names = new ConfiguredLearners(settings).signals().names();
        if (!names.isEmpty()) {
            console.err()
                    .println(
                            "features read the signals "
                                    + String.join(", ", names)
                                    + ": an instrument is predicted once each of them has come for it on"
                                    + " the topic signals ('feed signals')");
        }
    }
}

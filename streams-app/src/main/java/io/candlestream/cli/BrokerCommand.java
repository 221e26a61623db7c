package io.candlestream.cli;

import io.candlestream.broker.BrokerOptions;
import io.candlestream.broker.EmbeddedBroker;
import io.candlestream.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `candlestream broker`: the embedded broker as a process of its own, until it is told to stop.
@Command(
        name = "broker",
        description = {
            "Run only the embedded Kafka broker, until Ctrl-C.",
            "Prints its address, host:port, when it is ready. Only this machine can reach it."
        })
final class BrokerCommand implements Callable<Integer> {

    private static final String DEFAULT_PORT = "9092";

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Keep topics in DIR/broker; short for --set data-dir=DIR.")
    private @Nullable Path dataDir;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = DEFAULT_PORT,
            description = "Where to listen, 0 for any free port (default: ${DEFAULT-VALUE}).")
    private int port;

    BrokerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings =
                options.load(dataDir == null ? List.of() : List.of("data-dir=" + dataDir));
        try (StopSignal stop = StopSignal.install()) {
            try (EmbeddedBroker broker = EmbeddedBroker.start(brokerOptions(settings))) {
                console.out().println(broker.bootstrapServers());
                console.err().println("broker is ready, its data in " + settings.brokerDirectory());
                stop.await();
            }
            console.err().println("broker has stopped");
        }
        return ExitCode.DONE;
    }

    private BrokerOptions brokerOptions(Settings settings) {
        try {
            return new BrokerOptions(settings.brokerDirectory(), port);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + e.getMessage());
        }
    }
}

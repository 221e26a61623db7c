package io.candlestream.cli;

import io.candlestream.feed.Pace;
import io.candlestream.history.CandleSource;
import io.candlestream.history.Sample;
import io.candlestream.service.Service;
import io.candlestream.settings.Settings;
import io.candlestream.topology.InputProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `candlestream demo`: the main job on an empty machine, from candles to scores.
@Command(
        name = "demo",
        description = {
            "Run everything once on this machine: an embedded Kafka broker in a temporary folder, the",
            "topology, a feed of real candles, a live table, and the scores when the feed has ended."
        })
final class DemoCommand implements Callable<Integer> {

    private static final long REFRESH_MS = 500;

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final CandleFileOptions fileOptions = new CandleFileOptions();
    @Mixin private final SpeedOption speed = new SpeedOption();

    @Option(
            names = "--data",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Candle files to feed (default: the bundled real candles).")
    private List<Path> data = new ArrayList<>();

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Write what arrived on the topic predictions to this CSV file.")
    private @Nullable Path predictions;

    @Option(
            names = "--exit-when-done",
            description = "End after the scores instead of waiting for Ctrl-C.")
    private boolean exitWhenDone;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Pace pace = speed.pace();
        try (StopSignal stop = StopSignal.install();
                CandleSource source = source();
                TemporaryFolder folder = TemporaryFolder.create("candlestream-demo")) {
            Settings settings = settings(folder.path());
            console.err().println("starting an embedded Kafka broker and the topology ...");
            try (Service service = Service.start(settings)) {
                service.streams().onEnd(stop::raise);
                run(settings, service, source, pace, stop);
            }
        }
        return ExitCode.DONE;
    }

    private void run(
            Settings settings, Service service, CandleSource source, Pace pace, StopSignal stop)
            throws InterruptedException {
        String servers = service.cluster().bootstrapServers();
        CompletableFuture<Long> feed = new CompletableFuture<>();
        Thread feeding =
                Thread.ofPlatform()
                        .name("feed")
                        .start(() -> feed(settings, servers, source, pace, feed));
        try (LiveTable table = new LiveTable(settings, servers, console);
                InputProgress progress = service.progress()) {
            while (!stop.isRaised() && !(feed.isDone() && progress.lag() == 0)) {
                table.refresh();
                stop.await(REFRESH_MS);
            }
            service.streams().failIfFailed();
            table.finish(predictions);
            if (feed.isDone()) {
                console.err()
                        .printf(
                                Locale.ROOT,
                                "the feed has ended: %,d candles published%n",
                                feed.join());
            }
            stayUnlessDone(servers, stop);
        } finally {
            feeding.interrupt();
            feeding.join();
        }
    }

    private void stayUnlessDone(String servers, StopSignal stop) throws InterruptedException {
        if (exitWhenDone || stop.isRaised()) {
            return;
        }
        console.err()
                .println(
                        "the service keeps running; read it from another terminal with\n"
                                + "  ./candlestream predictions --bootstrap-servers "
                                + servers
                                + "\nCtrl-C ends it and removes its files");
        stop.await();
    }

    private void feed(
            Settings settings,
            String servers,
            CandleSource source,
            Pace pace,
            CompletableFuture<Long> feed) {
        try {
            feed.complete(
                    Publication.publish(settings, servers, source, pace, _ -> {}).published());
        } catch (RuntimeException e) {
            feed.completeExceptionally(e);
        }
    }

    private CandleSource source() {
        return data.isEmpty() ? Sample.merged() : fileOptions.open(data, console);
    }

    /// Every outcome gives a new score, so that the table ends with the last.
    private Settings settings(Path folder) {
        return options.load(List.of("data-dir=" + folder, "learner.metrics-every=1"));
    }
}

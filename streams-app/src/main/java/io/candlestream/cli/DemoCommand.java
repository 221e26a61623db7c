package io.candlestream.cli;

import io.candlestream.candle.Instrument;
import io.candlestream.feed.Pace;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleSource;
import io.candlestream.history.Sample;
import io.candlestream.history.SignalFiles;
import io.candlestream.service.Service;
import io.candlestream.settings.ConfiguredLearners;
import io.candlestream.settings.Settings;
import io.candlestream.signal.Signal;
import io.candlestream.topology.InputProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    @Mixin private final SignalOptions signalOptions = new SignalOptions();
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
        List<CandleFile> files = fileOptions.files(data);
        try (StopSignal stop = StopSignal.install();
                CandleSource source = source(files);
                TemporaryFolder folder = TemporaryFolder.create("candlestream-demo")) {
            Settings settings = settings(folder.path());
            Feed feed = new Feed(signals(settings, files), source, pace);
            console.err().println("starting an embedded Kafka broker and the topology ...");
            try (Service service = Service.start(settings)) {
                service.streams().onEnd(stop::raise);
                run(settings, service, feed, stop);
            }
        }
        return ExitCode.DONE;
    }

    /// What is published: the signals, and then the candles.
    private record Feed(List<Signal> signals, CandleSource candles, Pace pace) {}

    private void run(Settings settings, Service service, Feed feed, StopSignal stop)
            throws InterruptedException {
        String servers = service.cluster().bootstrapServers();
        CompletableFuture<Long> published = new CompletableFuture<>();
        Thread feeding =
                Thread.ofPlatform()
                        .name("feed")
                        .start(() -> feed(settings, servers, feed, published));
        try (LiveTable table = new LiveTable(settings, servers, console);
                InputProgress progress = service.progress()) {
            while (!stop.isRaised() && !(published.isDone() && progress.lag() == 0)) {
                table.refresh();
                stop.await(REFRESH_MS);
            }
            service.streams().failIfFailed();
            table.finish(predictions);
            if (published.isDone()) {
                console.err()
                        .printf(
                                Locale.ROOT,
                                "the feed has ended: %,d candles published%n",
                                published.join());
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

    /// All signals before the first candle, so that none is late.
    private static void feed(
            Settings settings, String servers, Feed feed, CompletableFuture<Long> published) {
        try {
            if (!feed.signals.isEmpty()) {
                Publication.publish(settings, servers, feed.signals);
            }
            published.complete(
                    Publication.publish(settings, servers, feed.candles, feed.pace, _ -> {})
                            .published());
        } catch (RuntimeException e) {
            published.completeExceptionally(e);
        }
    }

    private CandleSource source(List<CandleFile> files) {
        return data.isEmpty() ? Sample.merged() : fileOptions.open(files, console);
    }

    private List<Signal> signals(Settings settings, List<CandleFile> files) {
        Set<Instrument> instruments = CandleFileOptions.instruments(files);
        if (data.isEmpty()) {
            for (Sample sample : Sample.values()) {
                instruments.add(sample.series().instrument());
            }
        }
        SignalFiles signals = signalOptions.read(console);
        SignalOptions.check(
                signals,
                "learner.features",
                new ConfiguredLearners(settings).signals(),
                instruments);
        return signals.signalsFor(instruments);
    }

    /// Every outcome gives a new score, so that the table ends with the last.
    private Settings settings(Path folder) {
        return options.load(List.of("data-dir=" + folder, "learner.metrics-every=1"));
    }
}

package io.candlestream.cli;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.settings.Settings;
import io.candlestream.venue.HighWaterMark;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `candlestream feed status`: what the topic says of every series.
@Command(
        name = "status",
        description = {
            "Show the last candle of every series at the end of the topic candles, and how far it"
                    + " lags behind now.",
            "Reconnects and holes are known to the feed alone, which prints them itself."
        })
final class FeedStatusCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "100000",
            description =
                    "Records looked at from the end of each partition (default: ${DEFAULT-VALUE}).")
    private long records;

    FeedStatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (records < 1) {
            throw new UsageException("--records must be at least 1, was " + records);
        }
        Settings settings = options.load(cluster.overrides());
        Map<Series, Candle> last =
                HighWaterMark.readAll(
                        Clusters.running(settings), settings.topics().prefix(), records);
        TextTable table = new TextTable("series", "last candle", "closed ago", "late");
        Instant now = Instant.now();
        last.forEach((series, candle) -> {
            Duration ago = Duration.between(Instant.ofEpochMilli(candle.closeTimeMs()), now);
            table.add(
                    series.toString(),
                    Instant.ofEpochMilli(candle.openTimeMs()).toString(),
                    Duration.ofSeconds(ago.toSeconds()).toString(),
                    ago.toMillis() > 2 * series.interval().durationMs() ? "late" : "-");
        });
        table.print(console.out());
        return ExitCode.DONE;
    }
}

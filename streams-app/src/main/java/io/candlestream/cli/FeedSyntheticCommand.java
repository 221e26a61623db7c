package io.candlestream.cli;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.feed.Pace;
import io.candlestream.history.CandleSource;
import io.candlestream.history.MergedCandles;
import io.candlestream.synthetic.SyntheticCandles;
import io.candlestream.synthetic.SyntheticMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `candlestream feed synthetic`: publishes invented candles, whose venue says so.
@Command(
        name = "synthetic",
        description =
                "Publish invented candles of the venue 'synthetic', the same for the same seed.")
final class FeedSyntheticCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final ClusterOptions cluster = new ClusterOptions();
    @Mixin private final SpeedOption speed = new SpeedOption();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "What decides every candle (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--instruments",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many: COIN1, COIN2, ... (default: ${DEFAULT-VALUE}).")
    private int instruments;

    @Option(
            names = "--candles",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Candles of each instrument (default: ${DEFAULT-VALUE}).")
    private long candles;

    @Option(
            names = "--interval",
            paramLabel = "LENGTH",
            defaultValue = "1m",
            description = "Length of a candle (default: ${DEFAULT-VALUE}).")
    private String interval = "1m";

    @Option(
            names = "--gaps",
            paramLabel = "P",
            defaultValue = "0",
            description = "Probability that a candle is missing (default: ${DEFAULT-VALUE}).")
    private double gaps;

    FeedSyntheticCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (instruments < 1 || candles < 1) {
            throw new UsageException("--instruments and --candles must be at least 1");
        }
        Pace pace = speed.pace();
        try (CandleSource source = new MergedCandles(sources())) {
            Publication.run(options.load(cluster.overrides()), source, pace, console);
        }
        return ExitCode.DONE;
    }

    private List<CandleSource> sources() {
        try {
            List<CandleSource> sources = new ArrayList<>();
            for (int i = 1; i <= instruments; i++) {
                Instrument instrument = new Instrument(SyntheticMarket.VENUE, "COIN" + i);
                Series series = new Series(instrument, Interval.parse(interval));
                SyntheticMarket market = SyntheticMarket.of(series, seed).withGapProbability(gaps);
                sources.add(new Beginning(new SyntheticCandles(market), candles));
            }
            return sources;
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /// The first candles of an endless source.
    private static final class Beginning implements CandleSource {

        private final CandleSource endless;
        private long left;

        Beginning(CandleSource endless, long count) {
            this.endless = endless;
            this.left = count;
        }

        @Override
        public @Nullable Candle next() {
            return left-- > 0 ? endless.next() : null;
        }
    }
}

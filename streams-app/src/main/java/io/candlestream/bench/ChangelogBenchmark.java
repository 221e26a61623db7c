package io.candlestream.bench;

import io.candlestream.bench.Figure.Comparison;
import io.candlestream.bench.Figure.Quantity;
import io.candlestream.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/// Bytes on the changelog for each candle, at 1,000 candles a second of 100 instruments, for a
/// short horizon and a long one.
///
/// Counted by the service's own producer, as they are sent; the broker's log would be compacted
/// beneath the measurement. At this rate every instrument changes in nearly every commit, the worst
/// case. What counts begins some seconds after the candles that warm it up: they come at full
/// speed, and what they leave behind is written by turns.
record ChangelogBenchmark(Workbench bench, boolean quick, Consumer<String> progress)
        implements Benchmark {

    private static final int INSTRUMENTS = 100;
    private static final int SHORT_HORIZON = 12;
    private static final int LONG_HORIZON = 1_200;
    private static final int WARM_UP = 220;
    private static final long SETTLING = 3L * PacedFeed.PER_SECOND;
    private static final double FLAT = 1.1;

    @Override
    public List<Figure> run() throws InterruptedException {
        double ofShort = bytesPerCandle(SHORT_HORIZON);
        double ofLong = bytesPerCandle(LONG_HORIZON);
        return List.of(
                Figure.reported("changelog, horizon " + SHORT_HORIZON, ofShort, "B/candle"),
                Figure.reported("changelog, horizon " + LONG_HORIZON, ofLong, "B/candle")
                        .beside("horizon " + SHORT_HORIZON, ofShort)
                        .judged(Quantity.RATIO, Comparison.AT_MOST, FLAT));
    }

    private double bytesPerCandle(int horizon) throws InterruptedException {
        String name = "horizon" + horizon;
        Settings settings =
                bench.settings(
                        name + '-',
                        name,
                        "learner.label=direction(horizon=" + horizon + ",threshold_bps=10)");
        RoundRobinCandles candles = new RoundRobinCandles(INSTRUMENTS);
        long warm = (long) INSTRUMENTS * (WARM_UP + horizon);
        long measured = PacedFeed.PER_SECOND * (quick ? 5L : 20L);
        progress.accept(
                String.format(
                        Locale.ROOT,
                        "horizon %,d: %,d candles to warm up, then %,d at 1,000 a second",
                        horizon,
                        warm,
                        measured));
        bench.publish(settings, candles.more(warm));
        double bytes;
        try (Contender.Running running = Contender.LEARNER.start(bench, settings)) {
            PacedFeed.run(bench, settings, candles.more(SETTLING), _ -> {});
            bench.watch(settings, running.streams(), 0, warm + SETTLING);
            double before = changelogBytes(running.streams().client().metrics());
            PacedFeed.run(bench, settings, candles.more(measured), _ -> {});
            bench.watch(settings, running.streams(), 0, warm + SETTLING + measured);
            bytes = changelogBytes(running.streams().client().metrics()) - before;
        }
        bench.clear(settings);
        return bytes / measured;
    }

    private static double changelogBytes(Map<MetricName, ? extends Metric> metrics) {
        return metrics.entrySet().stream()
                .filter(metric -> isChangelogBytes(metric.getKey()))
                .mapToDouble(metric -> (double) metric.getValue().metricValue())
                .sum();
    }

    private static boolean isChangelogBytes(MetricName name) {
        return name.group().equals("producer-topic-metrics")
                && name.name().equals("byte-total")
                && name.tags().getOrDefault("topic", "").endsWith("-changelog");
    }
}

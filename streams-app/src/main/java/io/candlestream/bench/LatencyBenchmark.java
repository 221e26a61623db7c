package io.candlestream.bench;

import io.candlestream.settings.Settings;
import io.candlestream.wire.Topic;
import io.candlestream.wire.TopicReader;
import io.candlestream.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;
import org.apache.avro.specific.SpecificRecord;

/// Time from when a candle is due to be sent until its committed prediction is read, at 1,000
/// candles a second of 100 instruments, beside that of a copied candle.
///
/// A result becomes visible with its transaction, so the commit interval is part of every latency.
record LatencyBenchmark(Workbench bench, boolean quick, Consumer<String> progress)
        implements Benchmark {

    private static final int INSTRUMENTS = 100;
    private static final int WARM_CANDLES = INSTRUMENTS * 240;
    private static final int SETTLING = 3 * PacedFeed.PER_SECOND;
    private static final String PREFIX = "latency-";
    private static final int DIGITS = 3;
    private static final Duration LONGEST_JOIN = Duration.ofSeconds(10);

    @Override
    public List<Figure> run() throws InterruptedException {
        int measured = PacedFeed.PER_SECOND * (quick ? 5 : 30);
        Histogram ofCopy = measure(Contender.COPY, measured);
        Histogram ofLearner = measure(Contender.LEARNER, measured);
        List<Figure> figures = new ArrayList<>();
        for (double percentile : new double[] {50, 99, 99.9, 100}) {
            figures.add(
                    Figure.reported(name(percentile), ms(ofLearner, percentile), "ms")
                            .beside("copy", ms(ofCopy, percentile)));
        }
        int commitMs = bench.settings(PREFIX, PREFIX).streams().commitIntervalMs();
        figures.add(
                Figure.reported(name(50), ms(ofLearner, 50), "ms")
                        .beside("commit interval", commitMs));
        return figures;
    }

    private Histogram measure(Contender contender, int measured) throws InterruptedException {
        String name = PREFIX + contender.name().toLowerCase(Locale.ROOT);
        Settings settings = bench.settings(name + '-', name);
        RoundRobinCandles candles = new RoundRobinCandles(INSTRUMENTS);
        progress.accept(
                String.format(
                        Locale.ROOT,
                        "%s: %,d candles at 1,000 a second",
                        name,
                        SETTLING + measured));
        bench.publish(settings, candles.more(WARM_CANDLES));
        Histogram histogram;
        try (Contender.Running running = contender.start(bench, settings)) {
            bench.watch(settings, running.streams(), 0, WARM_CANDLES);
            histogram =
                    contender == Contender.COPY
                            ? follow(
                                    settings,
                                    running,
                                    candles,
                                    measured,
                                    Topics.CANDLES,
                                    candle ->
                                            candles.indexOf(
                                                    candle.getInstrument(),
                                                    candle.getOpenTime().toEpochMilli()))
                            : follow(
                                    settings,
                                    running,
                                    candles,
                                    measured,
                                    Topics.PREDICTIONS,
                                    prediction ->
                                            candles.indexOf(
                                                    prediction.getInstrument(),
                                                    prediction.getOpenTime().toEpochMilli()));
        }
        bench.clear(settings);
        return histogram;
    }

    private <T extends SpecificRecord> Histogram follow(
            Settings settings,
            Contender.Running running,
            RoundRobinCandles candles,
            int measured,
            Topic<T> output,
            ToLongFunction<T> index)
            throws InterruptedException {
        int count = SETTLING + measured;
        AtomicLongArray due = new AtomicLongArray(count);
        Histogram histogram = new Histogram(DIGITS);
        AtomicBoolean stopped = new AtomicBoolean();
        try (TopicReader<T> reader =
                new TopicReader<>(bench.bootstrapServers(), output, running.outputPrefix())) {
            reader.seekToEnd();
            Thread following =
                    Thread.ofPlatform()
                            .start(() ->
                                    reader.follow(
                                            record -> {
                                                T message = record.message();
                                                if (message != null) {
                                                    int at =
                                                            (int)
                                                                    (index.applyAsLong(message)
                                                                            - WARM_CANDLES);
                                                    if (at >= SETTLING) {
                                                        histogram.recordValue(
                                                                System.nanoTime() - due.get(at));
                                                    }
                                                }
                                            },
                                            () ->
                                                    stopped.get()
                                                            || histogram.getTotalCount()
                                                                    == measured));
            int[] sent = {0};
            PacedFeed.run(bench, settings, candles.more(count), time -> due.set(sent[0]++, time));
            bench.watch(settings, running.streams(), 0, WARM_CANDLES + count);
            following.join(LONGEST_JOIN);
            stopped.set(true);
            following.join();
        }
        if (histogram.getTotalCount() != measured) {
            throw new BenchmarkFailedException(
                    "%,d results must be read, were %,d"
                            .formatted(measured, histogram.getTotalCount()));
        }
        return histogram;
    }

    private static String name(double percentile) {
        return percentile == 100
                ? "latency, max"
                : "latency, p"
                        + (percentile == Math.rint(percentile)
                                ? Integer.toString((int) percentile)
                                : Double.toString(percentile));
    }

    private static double ms(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e6;
    }
}

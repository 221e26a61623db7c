package io.candlestream.bench;

import io.candlestream.bench.Figure.Comparison;
import io.candlestream.bench.Figure.Quantity;
import io.candlestream.settings.Settings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/// How fast the topology catches up with candles that are there already, exactly-once, beside
/// topologies that only copy.
///
/// The contenders read the same topic in turn, round after round, so that whatever else the machine
/// does falls on all of them. What counts is the time from a first part of the candles to the last
/// commit: in the first part code is compiled, tasks are assigned and learners become warm.
///
/// @param bench where it runs
/// @param instruments how many series take turns
/// @param candles of all of them together
/// @param rounds how often each contender is measured, after one round for the compiler alone
/// @param target least ratio to the copy
/// @param progress told what is being done
record ThroughputBenchmark(
        Workbench bench,
        int instruments,
        long candles,
        int rounds,
        double target,
        Consumer<String> progress)
        implements Benchmark {

    private static final int FEW_INSTRUMENTS = 1_000;
    private static final double TARGET_OF_FEW = 0.85;
    private static final double TARGET_OF_MANY = 0.6;

    /// From here on a learner predicts and has outcomes.
    private static final int WARM_CANDLES = 220;

    private static final double LEAST_SKIPPED = 0.2;
    private static final String PREFIX = "throughput-";

    static ThroughputBenchmark of(
            Workbench bench,
            int instruments,
            long candles,
            boolean quick,
            Consumer<String> progress) {
        double target = instruments < FEW_INSTRUMENTS ? TARGET_OF_FEW : TARGET_OF_MANY;
        return new ThroughputBenchmark(
                bench, instruments, candles, quick ? 2 : 3, target, progress);
    }

    @Override
    public List<Figure> run() throws InterruptedException {
        progress.accept(
                String.format(
                        Locale.ROOT,
                        "publishing %,d candles of %,d instruments",
                        candles,
                        instruments));
        bench.publish(
                bench.settings(PREFIX, "feed"), new RoundRobinCandles(instruments).more(candles));
        Map<Contender, List<RateSamples>> runs = new EnumMap<>(Contender.class);
        for (int round = 0; round <= rounds; round++) {
            for (Contender contender : Contender.values()) {
                RateSamples samples = run(contender, round);
                if (round > 0) {
                    runs.computeIfAbsent(contender, _ -> new ArrayList<>()).add(samples);
                }
                progress.accept(
                        String.format(
                                Locale.ROOT,
                                "round %d of %d, %s: %,.0f candles/s, %.1f CPU us/candle",
                                round,
                                rounds,
                                label(contender),
                                samples.perSecond(),
                                samples.cpuMicrosEach()));
            }
        }
        return figures(runs);
    }

    private RateSamples run(Contender contender, int round) throws InterruptedException {
        Settings settings = bench.settings(PREFIX, label(contender) + "-round" + round);
        long from = Math.max((long) (LEAST_SKIPPED * candles), (long) WARM_CANDLES * instruments);
        RateSamples samples;
        try (Contender.Running running = contender.start(bench, settings)) {
            samples = bench.watch(settings, running.streams(), from, candles);
        }
        bench.clear(settings);
        return samples;
    }

    private List<Figure> figures(Map<Contender, List<RateSamples>> runs) {
        List<Figure> figures = new ArrayList<>();
        for (Contender limit : List.of(Contender.COPY, Contender.COPY_SAME_OUTPUT)) {
            figures.add(
                    figure("", runs, limit, RateSamples::perSecond, "candles/s")
                            .judged(Quantity.RATIO, Comparison.AT_LEAST, target));
        }
        for (Contender limit : List.of(Contender.COPY, Contender.COPY_SAME_OUTPUT)) {
            figures.add(figure(", CPU", runs, limit, RateSamples::cpuMicrosEach, "us/candle"));
        }
        return figures;
    }

    private Figure figure(
            String suffix,
            Map<Contender, List<RateSamples>> runs,
            Contender limit,
            ToDoubleFunction<RateSamples> quantity,
            String unit) {
        return Figure.reported(
                        "topology-" + instruments + suffix,
                        median(runs, Contender.LEARNER, quantity),
                        unit)
                .beside(label(limit), median(runs, limit, quantity));
    }

    private static double median(
            Map<Contender, List<RateSamples>> runs,
            Contender contender,
            ToDoubleFunction<RateSamples> quantity) {
        return Median.of(
                runs.getOrDefault(contender, List.of()).stream()
                        .mapToDouble(quantity)
                        .boxed()
                        .toList());
    }

    private static String label(Contender contender) {
        return contender.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

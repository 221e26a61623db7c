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
/// @param rounds how often each contender runs
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
        Map<Contender, List<Double>> rates = new EnumMap<>(Contender.class);
        for (int round = 1; round <= rounds; round++) {
            for (Contender contender : Contender.values()) {
                double rate = rate(contender, round);
                rates.computeIfAbsent(contender, _ -> new ArrayList<>()).add(rate);
                progress.accept(
                        String.format(
                                Locale.ROOT,
                                "round %d of %d, %s: %,.0f candles/s",
                                round,
                                rounds,
                                label(contender),
                                rate));
            }
        }
        return figures(rates);
    }

    private double rate(Contender contender, int round) throws InterruptedException {
        Settings settings = bench.settings(PREFIX, label(contender) + "-round" + round);
        long from = Math.max((long) (LEAST_SKIPPED * candles), (long) WARM_CANDLES * instruments);
        double rate;
        try (Contender.Running running = contender.start(bench, settings)) {
            rate = bench.watch(settings, running.streams(), from, candles).perSecond();
        }
        bench.clear(settings);
        return rate;
    }

    private List<Figure> figures(Map<Contender, List<Double>> rates) {
        Figure figure =
                Figure.reported(
                        "topology-" + instruments,
                        Median.of(rates.get(Contender.LEARNER)),
                        "candles/s");
        List<Figure> figures = new ArrayList<>();
        for (Contender limit : List.of(Contender.COPY, Contender.COPY_SAME_OUTPUT)) {
            figures.add(
                    figure.beside(label(limit), Median.of(rates.get(limit)))
                            .judged(Quantity.RATIO, Comparison.AT_LEAST, target));
        }
        return figures;
    }

    private static String label(Contender contender) {
        return contender.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

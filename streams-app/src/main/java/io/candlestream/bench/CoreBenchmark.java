package io.candlestream.bench;

import com.sun.management.ThreadMXBean;
import io.candlestream.bench.Figure.Comparison;
import io.candlestream.bench.Figure.Quantity;
import io.candlestream.candle.Candle;
import io.candlestream.candle.CandleGate;
import io.candlestream.history.CandleSource;
import io.candlestream.replay.Replay;
import io.candlestream.settings.ConfiguredLearners;
import io.candlestream.settings.Settings;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The replay of one series from memory, on one thread, beside a loop that only runs the gate.
///
/// Counted per second of that thread's processor time, which is its wall time unless other programs
/// keep it from the core.
final class CoreBenchmark implements Benchmark {

    private static final int CANDLES = 200_000;
    private static final int WARM_UP = 1_000;
    private static final double TARGET_PER_SECOND = 1_000_000;

    private final ConfiguredLearners learners;
    private final long durationNs;
    private final Candle[] candles = new Candle[CANDLES];

    CoreBenchmark(Settings settings, boolean quick) {
        learners = new ConfiguredLearners(settings);
        durationNs = quick ? 2_000_000_000L : 15_000_000_000L;
    }

    @Override
    public List<Figure> run() {
        CandleSource source = new RoundRobinCandles(1).more(CANDLES);
        for (int i = 0; i < CANDLES; i++) {
            candles[i] = Objects.requireNonNull(source.next());
        }
        List<Double> replays = new ArrayList<>();
        List<Double> gates = new ArrayList<>();
        List<Double> allocations = new ArrayList<>();
        long end = System.nanoTime() + durationNs;
        do {
            replays.add(replay(allocations));
            gates.add(gate());
        } while (System.nanoTime() < end || replays.size() < 3);
        return List.of(
                Figure.reported("core", Median.of(replays), "candles/CPU s")
                        .beside("gate alone", Median.of(gates))
                        .judged(Quantity.MEASURED, Comparison.AT_LEAST, TARGET_PER_SECOND),
                Figure.reported("core allocation", Median.of(allocations), "B/candle")
                        .judged(Quantity.MEASURED, Comparison.AT_MOST, 0));
    }

    private double replay(List<Double> allocations) {
        Marked source = new Marked(candles);
        new Replay(learners).run(source, (_, _, _) -> {});
        allocations.add(source.allocatedPerCandle());
        return source.perSecond();
    }

    private double gate() {
        var series = candles[0].series();
        CandleGate gate = new CandleGate(series, learners.apply(series).calendar());
        Marked source = new Marked(candles);
        for (Candle candle = source.next(); candle != null; candle = source.next()) {
            gate.check(candle);
        }
        return source.perSecond();
    }

    /// Gives out candles and looks at the thread's time and at what the thread has allocated when
    /// the warm-up is over and at the end.
    private static final class Marked implements CandleSource {

        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final Candle[] candles;
        private int given;
        private long startNs;
        private long endNs;
        private long startBytes;
        private long endBytes;

        Marked(Candle[] candles) {
            this.candles = candles;
        }

        @Override
        public @Nullable Candle next() {
            if (given == WARM_UP) {
                startBytes = threads.getCurrentThreadAllocatedBytes();
                startNs = threads.getCurrentThreadCpuTime();
            } else if (given == candles.length) {
                endNs = threads.getCurrentThreadCpuTime();
                endBytes = threads.getCurrentThreadAllocatedBytes();
                return null;
            }
            return candles[given++];
        }

        double perSecond() {
            return (candles.length - WARM_UP) * 1e9 / (endNs - startNs);
        }

        double allocatedPerCandle() {
            return (double) (endBytes - startBytes) / (candles.length - WARM_UP);
        }
    }
}

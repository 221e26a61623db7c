package io.candlestream.jmh;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.feature.FeatureExpressions;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.FeatureSets;
import io.candlestream.feature.FeatureVector;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ta4j.core.Bar;

/// One candle through indicators that were asked for as expressions, and through others that
/// compute the same.
///
/// [#graph], [#bareDoubles] and [#ta4j] have the outputs of [#OUTPUTS]; the limit is
/// [#bareDoubles], and its numbers are compared with the graph's before it is measured. The others
/// are the ready sets. Candles and bars are made beforehand; each round of 100,000 begins with
/// indicators that have seen nothing. Run with `-prof gc` to see who allocates.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class IndicatorBenchmark {

    /// What [#graph], [#bareDoubles] and [#ta4j] compute.
    static final String OUTPUTS =
            """
            sma(20), ema(12), ema(26), rsi(14), \
            macd(12,26,9).line, macd(12,26,9).signal, macd(12,26,9).histogram, \
            bollinger(20,2).upper, bollinger(20,2).middle, bollinger(20,2).lower, \
            atr(14), stochastic(14,3,3).k, stochastic(14,3,3).d, \
            cci(20), adx(14), obv, roc(10)\
            """;

    private static final int COUNT = 100_000;
    private static final FeatureSet GRAPH = FeatureSet.of(FeatureExpressions.parse(OUTPUTS));
    private static final FeatureSet DEFAULT = FeatureSet.of(FeatureSets.parse("default"));
    private static final FeatureSet EVERYTHING = FeatureSet.of(FeatureSets.parse("everything"));

    private static final FeatureSet STANDARD =
            FeatureSet.of(
                    FeatureExpressions.parse(String.join(",", FeatureSet.standard().names())));

    private final Candle[] candles = Candles.array(COUNT);
    private FeatureVector vector = GRAPH.vector(Interval.ONE_MINUTE);
    private double[] values = new double[0];
    private int next = COUNT;

    /// JMH makes the state.
    public IndicatorBenchmark() {}

    /// The outputs as expressions.
    @Benchmark
    public double[] graph() {
        return step(GRAPH);
    }

    /// The outputs written by hand.
    @Benchmark
    public double[] bareDoubles(Bare bare) {
        if (next == COUNT) {
            next = 0;
            bare.indicators = new BareIndicators();
        }
        bare.indicators.update(candles[next++]);
        bare.indicators.values(bare.values);
        return bare.values;
    }

    /// The outputs with ta4j.
    @Benchmark
    public double[] ta4j(Ta4j ta4j) {
        if (next == COUNT) {
            next = 0;
            ta4j.indicators = new Ta4jIndicators();
        }
        ta4j.indicators.update(ta4j.bars[next++]);
        ta4j.indicators.values(ta4j.values);
        return ta4j.values;
    }

    /// The set `default`, as expressions.
    @Benchmark
    public double[] defaultSet() {
        return step(DEFAULT);
    }

    /// The set `everything`, as expressions.
    @Benchmark
    public double[] everything() {
        return step(EVERYTHING);
    }

    /// The standard set, which is written by hand.
    @Benchmark
    public double[] standardByHand() {
        return step(FeatureSet.standard());
    }

    /// The standard set, as expressions.
    @Benchmark
    public double[] standardAsExpressions() {
        return step(STANDARD);
    }

    /// As the learner does it: nothing is read before all of it is ready.
    private double[] step(FeatureSet set) {
        if (next == COUNT) {
            next = 0;
            vector = set.vector(Interval.ONE_MINUTE);
            values = new double[set.size()];
        }
        vector.update(candles[next++]);
        if (vector.ready()) {
            vector.values(values);
        }
        return values;
    }

    /// Indicators by hand, after they were seen to be right.
    @State(Scope.Thread)
    public static class Bare {

        private static final double TOLERANCE = 1e-6;
        private static final double NEXT_TO_NOTHING = 1e-2;

        private final double[] values = new double[GRAPH.size()];
        private BareIndicators indicators = new BareIndicators();

        /// JMH makes the state.
        public Bare() {}

        /// Compares every output after every candle with the graph's.
        @Setup(Level.Trial)
        public void compare() {
            FeatureVector graph = GRAPH.vector(Interval.ONE_MINUTE);
            double[] expected = new double[GRAPH.size()];
            for (Candle candle : Candles.array(COUNT)) {
                graph.update(candle);
                indicators.update(candle);
                if (graph.ready()) {
                    graph.values(expected);
                    indicators.values(values);
                    check(expected);
                }
            }
        }

        /// Relative, but not to what is only left over where two equal numbers were subtracted.
        private void check(double[] expected) {
            for (int i = 0; i < values.length; i++) {
                double off = Math.abs(values[i] - expected[i]);
                double size = Math.max(Math.abs(expected[i]), NEXT_TO_NOTHING);
                if (!(off <= TOLERANCE * size)) {
                    throw new IllegalStateException(
                            "%s must be %s, was %s"
                                    .formatted(GRAPH.names().get(i), expected[i], values[i]));
                }
            }
        }
    }

    /// Indicators of ta4j, and the candles as bars.
    @State(Scope.Thread)
    public static class Ta4j {

        private final double[] values = new double[GRAPH.size()];
        private final Bar[] bars = new Bar[COUNT];
        private Ta4jIndicators indicators = new Ta4jIndicators();

        /// JMH makes the state.
        public Ta4j() {}

        /// Makes the bars.
        @Setup(Level.Trial)
        public void prepare() {
            Candle[] candles = Candles.array(COUNT);
            for (int i = 0; i < COUNT; i++) {
                bars[i] = Ta4jIndicators.bar(candles[i]);
            }
        }
    }
}

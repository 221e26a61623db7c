package io.candlestream.jmh;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.feature.FeatureExpressions;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.FeatureVector;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One candle through one indicator of our own, and through the same one of ta4j: what `ta4j(...)`
/// costs where there is a choice.
///
/// Each round of 20,000 candles begins with indicators that have seen nothing. Run with `-prof gc`
/// to see who allocates.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class BridgeBenchmark {

    private static final int COUNT = 20_000;

    /// The indicator.
    @Param({
        "rsi(14)",
        "ta4j(RSIIndicator,14)",
        "choppiness(14)",
        "ta4j(ChopIndicator,14)",
        "hull(20)",
        "ta4j(HMAIndicator,20)"
    })
    public String expression = "rsi(14)";

    private final Candle[] candles = Candles.array(COUNT);
    private final double[] values = new double[1];
    private FeatureVector vector = vector();
    private int next;

    /// JMH makes the state.
    public BridgeBenchmark() {}

    /// A candle.
    @Benchmark
    public double update() {
        if (next % COUNT == 0) {
            next = 0;
            vector = vector();
        }
        vector.update(candles[next++]);
        vector.values(values);
        return values[0];
    }

    private FeatureVector vector() {
        return FeatureSet.of(FeatureExpressions.parse(expression)).vector(Interval.ONE_MINUTE);
    }
}

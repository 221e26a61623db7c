package io.candlestream.jmh;

import io.candlestream.account.Account;
import io.candlestream.account.AccountConfig;
import io.candlestream.account.CostModel;
import io.candlestream.account.Performance;
import io.candlestream.account.Sides;
import io.candlestream.candle.Candle;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One candle accounted for: filled, marked and taken into the statistics, over a million candles.
///
/// The limit is [#read], the same candles and targets with nothing but a sum made of them. Run with
/// `-prof gc`: nothing but the trades may be allocated.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AccountBenchmark {

    private static final int COUNT = 1_000_000;
    private static final double EQUITY = 10_000;

    /// Candles from one change of the target to the next, on average.
    @Param({"2", "20"})
    public int candlesATarget = 20;

    private Candle[] candles = new Candle[0];
    private final double[] targets = new double[COUNT];

    /// JMH makes the state.
    public AccountBenchmark() {}

    /// Candles of an invented market, and targets that long, short and half-hearted decisions make.
    @Setup
    public void prepare() {
        candles = Candles.array(COUNT);
        Random random = new Random(1);
        double target = 0;
        for (int i = 0; i < COUNT; i++) {
            if (random.nextInt(candlesATarget) == 0) {
                target = random.nextInt(-2, 3) / 2.0;
            }
            targets[i] = target;
        }
    }

    /// Ours.
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public double account() {
        Performance performance = new Performance(EQUITY);
        Account account =
                new Account(
                        AccountConfig.of(EQUITY, new CostModel(5, 5), Sides.LONG_SHORT),
                        performance);
        for (int i = 0; i < COUNT; i++) {
            Candle candle = candles[i];
            account.onCandle(
                    candle.openTimeMs(),
                    candle.open(),
                    candle.high(),
                    candle.low(),
                    candle.close());
            account.target(targets[i]);
            performance.onClose(candle.openTimeMs(), account.equity(), account.quantity());
        }
        account.finish();
        return performance.metrics(60_000, 525_600).sharpeRatio();
    }

    /// The limit.
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public double read() {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            Candle candle = candles[i];
            sum += candle.openTimeMs() + candle.open() + candle.close() * targets[i];
        }
        return sum;
    }
}

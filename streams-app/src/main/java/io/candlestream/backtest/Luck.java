package io.candlestream.backtest;

import io.candlestream.account.RandomTrader;
import io.candlestream.account.SharpeEvidence;
import io.candlestream.account.StationaryBootstrap;
import io.candlestream.account.StationaryBootstrap.Resample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What luck alone would have given: the strategy's returns drawn anew, the best baseline's beside
/// them, and its decisions at other times.
///
/// Every draw depends on the seed and its own number, so the number of threads changes nothing.
final class Luck {

    private static final int DRAWS = 1_000;

    private final Workers workers;
    private final long seed;
    private final int horizon;
    private final double periodsAYear;

    Luck(Workers workers, long seed, int horizon, double periodsAYear) {
        this.workers = workers;
        this.seed = seed;
        this.horizon = horizon;
        this.periodsAYear = periodsAYear;
    }

    /// @param returns of the strategy
    /// @param bestName of the best baseline
    /// @param best its returns, as many
    /// @param totalReturn of the strategy
    /// @param random decides as the strategy did, at other times; null with too few candles
    Significance judge(
            double[] returns,
            String bestName,
            double[] best,
            double totalReturn,
            @Nullable RandomTrader random) {
        if (returns.length < 2 || random == null) {
            return new Significance(
                    0,
                    Double.NaN,
                    Significance.Interval95.NONE,
                    Significance.Interval95.NONE,
                    Significance.Interval95.NONE,
                    bestName,
                    Double.NaN,
                    0,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    SharpeEvidence.NONE);
        }
        // Politis and White: of the order of the cube root; labels overlap for a horizon.
        double block =
                Math.min(returns.length, Math.max(horizon, Math.rint(Math.cbrt(returns.length))));
        double[] sharpes = new double[DRAWS];
        double[] totals = new double[DRAWS];
        double[] drawdowns = new double[DRAWS];
        var bootstrap = new StationaryBootstrap(returns, block, seed);
        draw(
                i -> {
                    Resample resample = bootstrap.resample(i);
                    sharpes[i] = resample.sharpeRatio() * Math.sqrt(periodsAYear);
                    drawdowns[i] = resample.maxDrawdown();
                    return resample.totalReturn();
                },
                totals);
        double[] luckyTotals = new double[DRAWS];
        draw(random::totalReturn, luckyTotals);
        double[] sorted = sorted(luckyTotals);
        return new Significance(
                DRAWS,
                block,
                Significance.Interval95.of(sorted(sharpes)),
                Significance.Interval95.of(sorted(totals)),
                Significance.Interval95.of(sorted(drawdowns)),
                bestName,
                against(returns, best, block),
                DRAWS,
                Significance.quantile(sorted, 0.5),
                Significance.quantile(sorted, 0.95),
                shareFrom(luckyTotals, totalReturn),
                SharpeEvidence.of(returns));
    }

    /// The chance of so great a mean difference where there is none: resampled differences are
    /// centred on the one that was.
    private double against(double[] returns, double[] best, double block) {
        double[] differences = new double[returns.length];
        double mean = 0;
        for (int i = 0; i < returns.length; i++) {
            differences[i] = returns[i] - best[i];
            mean += (differences[i] - mean) / (i + 1);
        }
        var bootstrap = new StationaryBootstrap(differences, block, seed);
        double[] means = new double[DRAWS];
        draw(bootstrap::meanReturn, means);
        return shareFrom(means, 2 * mean);
    }

    private static double shareFrom(double[] drawn, double least) {
        long count = Arrays.stream(drawn).filter(value -> value >= least).count();
        return (1.0 + (double) count) / (1.0 + drawn.length);
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    private void draw(IntToDoubleFunction drawing, double[] into) {
        int chunk = 50;
        List<Runnable> tasks = new ArrayList<>();
        for (int from = 0; from < into.length; from += chunk) {
            int first = from;
            int end = Math.min(into.length, from + chunk);
            tasks.add(() -> {
                for (int i = first; i < end; i++) {
                    into[i] = drawing.applyAsDouble(i);
                }
            });
        }
        workers.run(tasks);
    }
}

package io.candlestream.backtest;

import io.candlestream.account.SharpeEvidence;

/// How sure it is that what was achieved is not luck. What has no value is NaN.
///
/// @param resampleCount histories drawn by the stationary bootstrap
/// @param meanBlock candles in a block, on average
/// @param sharpeRatio 95 % interval, of a year
/// @param totalReturn 95 % interval
/// @param maxDrawdown 95 % interval
/// @param bestBaseline the baseline of the greatest total return
/// @param pValue chance of a mean return this much above that baseline's if it were not
/// @param randomTraderCount traders with the same decisions at other times
/// @param randomMedian their median total return
/// @param randomUpper their total return that one in twenty exceeds
/// @param randomPValue chance that one of them earns as much
/// @param sharpe how sure it is that the Sharpe ratio, of a candle, is above 0
public record Significance(
        int resampleCount,
        double meanBlock,
        Interval95 sharpeRatio,
        Interval95 totalReturn,
        Interval95 maxDrawdown,
        String bestBaseline,
        double pValue,
        int randomTraderCount,
        double randomMedian,
        double randomUpper,
        double randomPValue,
        SharpeEvidence sharpe) {

    /// Where 95 of 100 histories lie.
    ///
    /// @param low 2.5 % are below
    /// @param high 2.5 % are above
    public record Interval95(double low, double high) {

        static final Interval95 NONE = new Interval95(Double.NaN, Double.NaN);

        /// @param sorted in rising order, at least 1
        static Interval95 of(double[] sorted) {
            return new Interval95(quantile(sorted, 0.025), quantile(sorted, 0.975));
        }
    }

    /// @param sorted in rising order, at least 1
    static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}

package io.candlestream.account;

import java.util.SplittableRandom;

/// Other histories that an equity curve might have had: its returns drawn anew, in blocks, so that
/// neighbours stay neighbours.
///
/// ```
/// block     begins anywhere and wraps around; its length is geometric with the given mean
/// resample  blocks until there are as many returns as there were
/// ```
///
/// Resample `i` depends on the seed and on `i` alone, so they may be drawn in any order. O(n) time
/// each; its mean alone takes O(blocks). Safe for use by several threads.
///
/// Source: D. N. Politis, J. P. Romano, _Journal of the American Statistical Association_ 89 (1994)
/// 1303.
public final class StationaryBootstrap {

    private final double[] returns;

    /// Of the returns before each, so that a block's sum is one difference.
    private final double[] sums;

    private final double meanBlock;
    private final long seed;

    /// @param returns of every candle but the first, in their order; at least 2
    /// @param meanBlock returns in a block, on average; at least 1
    /// @param seed by which blocks are drawn
    /// @throws IllegalArgumentException when there are too few returns, or the block is too short
    public StationaryBootstrap(double[] returns, double meanBlock, long seed) {
        if (returns.length < 2) {
            throw new IllegalArgumentException(
                    "returns must be at least 2, were " + returns.length);
        }
        if (!(meanBlock >= 1)) {
            throw new IllegalArgumentException(
                    "a block must have at least 1 return on average, was " + meanBlock);
        }
        this.returns = returns.clone();
        this.sums = new double[returns.length + 1];
        for (int i = 0; i < returns.length; i++) {
            sums[i + 1] = sums[i] + returns[i];
        }
        this.meanBlock = meanBlock;
        this.seed = seed;
    }

    /// What one of the other histories would have come to.
    ///
    /// @param sharpeRatio of a candle: mean over sample deviation; 0 where nothing moved
    /// @param totalReturn final over initial equity, less 1
    /// @param maxDrawdown the largest fall below a former peak, as a share of that peak
    /// @param meanReturn of a candle
    public record Resample(
            double sharpeRatio, double totalReturn, double maxDrawdown, double meanReturn) {}

    /// Draws one.
    ///
    /// @param number which, from 0
    public Resample resample(int number) {
        SplittableRandom random = Draws.of(seed, number);
        double equity = 1;
        double peak = 1;
        double maxDrawdown = 0;
        double mean = 0;
        double squares = 0;
        int at = 0;
        long left = 0;
        for (int n = 1; n <= returns.length; n++) {
            if (left == 0) {
                at = random.nextInt(returns.length);
                left = blockLength(random);
            }
            double value = returns[at];
            at = at + 1 == returns.length ? 0 : at + 1;
            left--;
            equity *= 1 + value;
            peak = Math.max(peak, equity);
            maxDrawdown = Math.max(maxDrawdown, 1 - equity / peak);
            double delta = value - mean;
            mean += delta / n;
            squares += delta * (value - mean);
        }
        double deviation = Math.sqrt(squares / (returns.length - 1));
        return new Resample(deviation > 0 ? mean / deviation : 0, equity - 1, maxDrawdown, mean);
    }

    /// Draws one, for its mean alone: that of [#resample] but for rounding.
    ///
    /// @param number which, from 0
    /// @return mean return of a candle
    public double meanReturn(int number) {
        SplittableRandom random = Draws.of(seed, number);
        int n = returns.length;
        double sum = 0;
        long left = n;
        while (left > 0) {
            int at = random.nextInt(n);
            long length = Math.min(left, blockLength(random));
            left -= length;
            long rounds = length / n;
            sum += (double) rounds * sums[n];
            int end = at + (int) (length % n);
            sum += end <= n ? sums[end] - sums[at] : sums[n] - sums[at] + sums[end - n];
        }
        return sum / n;
    }

    private long blockLength(SplittableRandom random) {
        if (meanBlock == 1) {
            return 1;
        }
        // From 1 on: the number of trials until one succeeds that does once in meanBlock.
        double uniform = 1 - random.nextDouble();
        return 1 + (long) (StrictMath.log(uniform) / StrictMath.log1p(-1 / meanBlock));
    }
}

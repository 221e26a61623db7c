package io.candlestream.account;

import java.util.Arrays;
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

    /// Below this share of the squared mean a variance is what sums are rounded by.
    private static final double LEAST_VARIANCE = 1e-24;

    /// One more than each return.
    private final double[] growth;

    /// Of the returns before each, so that a block's sum is one difference.
    private final double[] sums;

    /// The mean of the returns, from which squares are taken lest digits cancel.
    private final double center;

    /// Of the squared distances from the center before each.
    private final double[] squareSums;

    private final double meanBlock;

    /// Logarithm of the chance that a block has one more return.
    private final double logOfGoingOn;

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
        this.growth = Arrays.stream(returns).map(value -> 1 + value).toArray();
        this.sums = new double[returns.length + 1];
        for (int i = 0; i < returns.length; i++) {
            sums[i + 1] = sums[i] + returns[i];
        }
        this.center = sums[returns.length] / returns.length;
        this.squareSums = new double[returns.length + 1];
        for (int i = 0; i < returns.length; i++) {
            double distance = returns[i] - center;
            squareSums[i + 1] = squareSums[i] + distance * distance;
        }
        this.meanBlock = meanBlock;
        this.logOfGoingOn = StrictMath.log1p(-1 / meanBlock);
        this.seed = seed;
    }

    /// What one of the other histories would have come to.
    ///
    /// @param sharpeRatio of a candle: mean over sample deviation; 0 where returns do not vary
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
        Path path = new Path();
        double sum = 0;
        double squares = 0;
        int n = growth.length;
        long left = n;
        while (left > 0) {
            int from = random.nextInt(n);
            long length = Math.min(left, blockLength(random));
            left -= length;
            while (length > 0) {
                int to = (int) Math.min(n, from + length);
                path.walk(growth, from, to);
                sum += sums[to] - sums[from];
                squares += squareSums[to] - squareSums[from];
                length -= to - from;
                from = 0;
            }
        }
        double mean = sum / n;
        double offset = mean - center;
        double variance = Math.max(0, squares - n * offset * offset) / (n - 1);
        double sharpeRatio =
                variance > LEAST_VARIANCE * mean * mean ? mean / Math.sqrt(variance) : 0;
        return new Resample(sharpeRatio, path.equity - 1, 1 - path.worst, mean);
    }

    /// An equity curve of which only the end and the deepest fall are kept.
    private static final class Path {

        private double equity = 1;
        private double peak = 1;

        /// The least equity has been as a share of the peak before.
        private double worst = 1;

        /// A division only at a new low: this is where the time of a resample goes.
        void walk(double[] growth, int from, int to) {
            double now = equity;
            double highest = peak;
            double lowest = worst;
            for (int i = from; i < to; i++) {
                now *= growth[i];
                highest = Math.max(highest, now);
                if (now < lowest * highest) {
                    lowest = now / highest;
                }
            }
            equity = now;
            peak = highest;
            worst = lowest;
        }
    }

    /// Draws one, for its mean alone: that of [#resample] but for rounding.
    ///
    /// @param number which, from 0
    /// @return mean return of a candle
    public double meanReturn(int number) {
        SplittableRandom random = Draws.of(seed, number);
        int n = growth.length;
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
        return 1 + (long) (StrictMath.log(uniform) / logOfGoingOn);
    }
}

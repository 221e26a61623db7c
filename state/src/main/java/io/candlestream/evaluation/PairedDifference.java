package io.candlestream.evaluation;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// How much more one forecaster loses than another on the same outcomes, and how sure that is.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the losses of both for one outcome, within 1e75 of zero |
/// | output | mean difference, its standard error and 95 % confidence interval, in the losses' unit |
/// | warm-up | 2 outcomes; every output throws before that |
/// | state | `3 lag + 3` doubles and a counter; O(lag) time, no allocation per update |
///
/// ```
/// d_t      = loss_t - otherLoss_t                         below 0 where the first is better
/// gamma_k  = sum_{t > k} (d_t - mean)(d_{t-k} - mean) / n
/// error    = sqrt((gamma_0 + 2 sum_{k = 1..lag} (1 - k / (lag + 1)) gamma_k) / n)
/// interval = mean - 1.96 error  to  mean + 1.96 error
/// ```
///
/// Labels that mature `horizon` candles later overlap, so the differences of neighbours are alike
/// and a plain standard error is too small by a factor of up to `sqrt(horizon)`. Bartlett's
/// weights, without which the variance could be negative, take a part of every `gamma_k` away:
/// choose a lag of several horizons, and far more outcomes than the lag. With the lag 0 differences
/// count as independent. The figures are those over all outcomes, not an approximation; sums are of
/// differences less the first one. Not thread-safe: owned by one stream task.
///
/// Source: W. K. Newey, K. D. West, _Econometrica_ 55 (1987) 703; F. X. Diebold, R. S. Mariano,
/// _Journal of Business & Economic Statistics_ 13 (1995) 253.
public final class PairedDifference implements Stateful {

    private static final int LONGEST_LAG = 1000;

    /// The 97.5th percentile of the standard normal distribution.
    private static final double Z95 = 1.959963984540054;

    private final int lag;
    private final double[] first;
    private final double[] last;
    private final double[] products;
    private double origin;
    private double sum;
    private long count;

    /// A difference over no outcomes.
    ///
    /// @param lag up to how many outcomes apart differences may be alike, from 0 to 1000
    /// @throws IllegalArgumentException when the lag is out of range
    public PairedDifference(int lag) {
        if (lag < 0 || lag > LONGEST_LAG) {
            throw new IllegalArgumentException(
                    "lag must be from 0 to " + LONGEST_LAG + ", was " + lag);
        }
        this.lag = lag;
        first = new double[lag];
        last = new double[lag];
        products = new double[lag + 1];
    }

    /// Takes the losses of one outcome.
    ///
    /// @throws IllegalArgumentException when a loss is not from -1e75 to 1e75
    public void update(double loss, double otherLoss) {
        NumberTally.check("loss", loss);
        NumberTally.check("other loss", otherLoss);
        double difference = loss - otherLoss;
        if (count == 0) {
            origin = difference;
        }
        double shifted = difference - origin;
        int known = (int) Math.min(count, lag);
        products[0] += shifted * shifted;
        for (int k = 1; k <= known; k++) {
            products[k] += shifted * before(k);
        }
        if (count < lag) {
            first[(int) count] = shifted;
        }
        if (lag > 0) {
            last[(int) (count % lag)] = shifted;
        }
        sum += shifted;
        count++;
    }

    /// @param k from 1, the latest, to the lag
    private double before(int k) {
        return last[(int) ((count - k) % lag)];
    }

    /// @return how many outcomes there were
    public long count() {
        return count;
    }

    /// @return mean of the first forecaster's losses less the other's
    /// @throws IllegalStateException before the second outcome
    public double mean() {
        checkCounted();
        return origin + sum / count;
    }

    /// @return standard error of [#mean], at least 0
    /// @throws IllegalStateException before the second outcome
    public double standardError() {
        checkCounted();
        double mean = sum / count;
        double variance = Math.max(0, products[0] - sum * mean);
        double sumOfFirst = 0;
        double sumOfLast = 0;
        for (int k = 1; k <= Math.min(lag, count - 1); k++) {
            sumOfFirst += first[k - 1];
            sumOfLast += before(k);
            double edges = 2 * sum - sumOfFirst - sumOfLast;
            double covariance = products[k] - mean * edges + (count - k) * mean * mean;
            variance += 2 * (1 - k / (lag + 1.0)) * covariance;
        }
        return Math.sqrt(Math.max(0, variance) / count / count);
    }

    /// @return lower end of the 95 % confidence interval of the mean
    /// @throws IllegalStateException before the second outcome
    public double low() {
        return mean() - Z95 * standardError();
    }

    /// @return upper end of the 95 % confidence interval of the mean
    /// @throws IllegalStateException before the second outcome
    public double high() {
        return mean() + Z95 * standardError();
    }

    private void checkCounted() {
        if (count < 2) {
            throw new IllegalStateException(
                    "a difference needs at least 2 outcomes, there were " + count);
        }
    }

    /// Layout: count, first difference, sum, products by lag, then the first and, in a ring, the
    /// last differences; all less the first one.
    @Override
    public void save(StateOutput out) {
        out.putLong(count);
        out.putDouble(origin);
        out.putDouble(sum);
        out.putDoubles(products);
        out.putDoubles(first);
        out.putDoubles(last);
    }

    @Override
    public void restore(StateInput in) {
        count = in.getCounter();
        origin = finite(in.getDouble());
        sum = finite(in.getDouble());
        restore(in, products);
        restore(in, first);
        restore(in, last);
    }

    private static void restore(StateInput in, double[] values) {
        in.getDoubles(values);
        for (double value : values) {
            finite(value);
        }
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new StateFormatException("a difference must be finite, was " + value);
        }
        return value;
    }
}

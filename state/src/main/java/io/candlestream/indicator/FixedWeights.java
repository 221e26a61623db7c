package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Moving average with a given weight for every age.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History] of any node |
/// | output | average, in the node's unit |
/// | warm-up | as many updates as there are weights |
/// | state | none besides the history; O(period) time, no allocation per update |
///
/// ```
/// value = sum(w[i] * x[i]) / sum(w)                          i: candles ago
/// ```
///
/// The newest number is taken as zero: a source that does not move is returned to the bit. Not
/// thread-safe: owned by one stream task.
public final class FixedWeights extends Node {

    private static final int MOST_SIGMA = 1_000;

    private final Ring window;
    private final double[] shares;

    private FixedWeights(History input, double[] weights) {
        super(input);
        shares = new double[weights.length];
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int age = 0; age < weights.length; age++) {
            shares[age] = weights[age] / sum;
        }
        window = input.ring(shares.length);
    }

    /// Arnaud Legoux's average: weights on a bell curve over the window.
    ///
    /// ```
    /// w[i] = exp(-(period - 1 - i - m)^2 / (2 s^2))
    /// m    = offset * (period - 1)            s = period / sigma
    /// ```
    ///
    /// @param period updates, from 1 to 10,000
    /// @param offset where the curve is highest: 0 at the oldest number, 1 at the newest
    /// @param sigma how narrow the curve is, above 0 and at most 1,000: the window's length in
    ///   standard deviations
    /// @throws IllegalArgumentException when an argument is out of range
    public static FixedWeights bell(History input, int period, double offset, double sigma) {
        if (!(offset >= 0 && offset <= 1)) {
            throw new IllegalArgumentException("offset must be from 0 to 1, was " + offset);
        }
        if (!(sigma > 0 && sigma <= MOST_SIGMA)) {
            throw new IllegalArgumentException(
                    "sigma must be above 0 and at most " + MOST_SIGMA + ", was " + sigma);
        }
        double[] weights = new double[Period.checked(period, 1)];
        double deviation = period / sigma;
        double closest = Double.MAX_VALUE;
        for (int age = 0; age < period; age++) {
            weights[age] = Math.abs(period - 1 - age - offset * (period - 1)) / deviation;
            closest = Math.min(closest, weights[age]);
        }
        for (int age = 0; age < period; age++) {
            // Relative to the largest weight, so that a narrow curve does not underflow everywhere.
            double squares = (weights[age] - closest) * (weights[age] + closest);
            weights[age] = StrictMath.exp(-squares / 2);
        }
        return new FixedWeights(input, weights);
    }

    @Override
    public void update() {
        if (ready()) {
            double newest = window.at(0);
            double sum = 0;
            for (int age = 1; age < shares.length; age++) {
                sum += shares[age] * (window.at(age) - newest);
            }
            put(newest + sum);
        }
    }

    @Override
    public int ownWarmUp() {
        return shares.length;
    }

    @Override
    public boolean ready() {
        return window.size() >= shares.length;
    }

    /// Writes nothing: the history holds all there is.
    @Override
    protected void saveMemory(StateOutput out) {}

    @Override
    protected void restoreMemory(StateInput in) {}
}

package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Hurst's exponent of a node's last `period` values, which are taken for changes, by rescaled
/// ranges.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the history of any node that says by how much something changed |
/// | output | exponent, clipped to `[0, 1]`: above 0.5 changes persist, below 0.5 they revert |
/// | warm-up | `period` values |
/// | state | none besides the history; `2 * period` steps a length and no allocation per update |
///
/// ```
/// lengths  = period, period / 2, period / 4, ... rounded down, while at least 8
/// range    = max - min of the running sums of x - mean(x), over one length of candles
/// R/S      = mean(range / deviation(x)) over the lengths that fit, counted back from the newest
/// exponent = slope of ln(R/S) over ln(length)
/// ```
///
/// As published, without Anis and Lloyd's correction: on short lengths independent changes give
/// about 0.6. A length of candles in which nothing changes has no ratio and is left out; 0.5 when
/// fewer than two lengths are left. Every candle moves all the blocks, so all are measured anew:
/// two passes a length.
///
/// Source: H. E. Hurst, _Transactions of the American Society of Civil Engineers_ 116 (1951) 770;
/// B. B. Mandelbrot, J. R. Wallis, _Water Resources Research_ 5 (1969) 967.
public final class HurstExponent extends Node {

    private static final int SHORTEST = 8;

    private final Ring ring;
    private final int period;

    /// Natural logarithms of the period, its half, its quarter, and so on.
    private final double[] logs;

    /// Exponent of the last changes.
    ///
    /// @param changes history of the node, empty
    /// @param period changes, from 16 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public HurstExponent(History changes, int period) {
        super(changes);
        this.period = Period.checked(period, 2 * SHORTEST);
        ring = changes.ring(period);
        logs = logs(period);
    }

    @Override
    public void update() {
        if (ready()) {
            put(exponent());
        }
    }

    /// The slope is found in one pass, by Welford's steps.
    private double exponent() {
        int count = 0;
        double meanX = 0;
        double meanY = 0;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < logs.length; i++) {
            double ratio = meanRatio(period >> i);
            if (ratio > 0) {
                count++;
                double x = logs[i];
                double y = StrictMath.log(ratio);
                double deltaX = x - meanX;
                meanX += deltaX / count;
                meanY += (y - meanY) / count;
                squares += deltaX * (x - meanX);
                products += deltaX * (y - meanY);
            }
        }
        return count < 2 ? 0.5 : Math.clamp(products / squares, 0, 1);
    }

    /// @return mean of range over deviation, 0 when there is none
    private double meanRatio(int length) {
        int count = 0;
        double mean = 0;
        for (int from = 0; from + length <= period; from += length) {
            double ratio = ratio(from, length);
            if (ratio > 0) {
                count++;
                mean += (ratio - mean) / count;
            }
        }
        return mean;
    }

    /// Sums are of what differs from the newest change, so that equal changes deviate by exactly 0.
    private double ratio(int from, int length) {
        double[] changes = ring.array();
        int newest = ring.newest() - from;
        double origin = changes[newest];
        double mean = sum(changes, newest, length, origin) / length;
        double sum = 0;
        double highest = 0;
        double lowest = 0;
        double squares = 0;
        for (int at = newest - length + 1; at <= newest; at++) {
            double deviation = changes[at] - origin - mean;
            sum += deviation;
            highest = sum > highest ? sum : highest;
            lowest = sum < lowest ? sum : lowest;
            squares += deviation * deviation;
        }
        return squares > 0 ? (highest - lowest) / Math.sqrt(squares / length) : 0;
    }

    /// Four sums, because one would wait for itself.
    private static double sum(double[] changes, int newest, int length, double origin) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int at = newest - length + 1;
        for (; newest - at >= 3; at += 4) {
            sum0 += changes[at] - origin;
            sum1 += changes[at + 1] - origin;
            sum2 += changes[at + 2] - origin;
            sum3 += changes[at + 3] - origin;
        }
        for (; at <= newest; at++) {
            sum0 += changes[at] - origin;
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    private static double[] logs(int period) {
        double[] logs = new double[halvings(period)];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = StrictMath.log(period >> i);
        }
        return logs;
    }

    /// @return how many lengths there are
    private static int halvings(int period) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(period / SHORTEST);
    }

    @Override
    public int ownWarmUp() {
        return period;
    }

    @Override
    public boolean ready() {
        return ring.size() >= period;
    }

    /// Writes nothing: the history holds all there is.
    @Override
    protected void saveMemory(StateOutput out) {}

    @Override
    protected void restoreMemory(StateInput in) {}
}

package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Bollinger bands of closing prices: where the close stands in them, and how wide they are.
///
/// | quantity | meaning |
/// |---|---|
/// | input | a [Ring] of closes `> 0`, which the owner has just pushed |
/// | output | [#middle], [#upper], [#lower] in the unit of the price; [#percentB], [#bandwidth], shares |
/// | warm-up | `period` closes |
/// | state | a counter, besides the ring; O(1) amortised time, no allocation per update |
///
/// ```
/// middle    = mean(close, period)
/// upper     = middle + width * deviation          lower = middle - width * deviation
/// percent_b = (close - lower) / (upper - lower)   0.5 when the bands have no width
/// bandwidth = (upper - lower) / middle
/// ```
///
/// The deviation is the population's, as TA-Lib. %b is not clipped: a close outside the bands is
/// below 0 or above 1. The bandwidth is a share; some libraries give per cent. Not thread-safe:
/// owned by one stream task.
///
/// Source: J. Bollinger, _Bollinger on Bollinger Bands_, 2001, chapters 7 and 8.
public final class Bollinger implements Indicator {

    private final RollingMoments moments;
    private final double width;

    /// Bands over a ring that others may read too.
    ///
    /// @param closes an empty ring of at least `period` closes
    /// @param period closes, from 1 to 10,000
    /// @param width standard deviations from the middle to either band, finite and `> 0`
    /// @throws IllegalArgumentException when period or width is out of range or the ring cannot
    ///   hold the period
    public Bollinger(Ring closes, int period, double width) {
        if (!(width > 0 && width <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("width must be finite and above 0, was " + width);
        }
        this.width = width;
        moments = new RollingMoments(closes, period);
    }

    /// Takes the ring as it is now.
    public void update() {
        moments.update();
    }

    /// @return the mean of the closes
    /// @throws IllegalStateException before [#ready]
    public double middle() {
        return moments.mean();
    }

    /// @return the upper band
    /// @throws IllegalStateException before [#ready]
    public double upper() {
        return moments.mean() + width * moments.deviation();
    }

    /// @return the lower band
    /// @throws IllegalStateException before [#ready]
    public double lower() {
        return moments.mean() - width * moments.deviation();
    }

    /// @return where the close stands: 0 at the lower band, 1 at the upper one, 0.5 when all closes
    ///   of the window are equal
    /// @throws IllegalStateException before [#ready]
    public double percentB() {
        return 0.5 + moments.zScore() / (2 * width);
    }

    /// @return the distance of the bands as a share of the middle, `>= 0`
    /// @throws IllegalStateException before [#ready]
    public double bandwidth() {
        return 2 * width * moments.deviation() / moments.mean();
    }

    @Override
    public int warmUp() {
        return moments.warmUp();
    }

    @Override
    public boolean ready() {
        return moments.ready();
    }

    /// @return the [#middle]
    @Override
    public double value() {
        return middle();
    }

    @Override
    public void save(StateOutput out) {
        moments.save(out);
    }

    /// The ring must have been restored before.
    @Override
    public void restore(StateInput in) {
        moments.restore(in);
    }
}

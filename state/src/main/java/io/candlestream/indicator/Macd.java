package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Moving average convergence divergence: line, signal and histogram.
///
/// | quantity | meaning |
/// |---|---|
/// | input | a fast and a slow average of one source, which the owner has just advanced |
/// | output | [#line], [#signal], [#histogram], in the source's unit |
/// | warm-up | the slow average's, and `signalPeriod - 1` more updates |
/// | state | 1 double and a counter, besides the averages it reads; O(1) time, no allocation |
///
/// ```
/// line      = fast - slow
/// signal   <- ema(line, signalPeriod)
/// histogram = line - signal
/// ```
///
/// The signal is seeded with the plain mean of its first lines. TA-Lib starts the fast average at
/// the same candle as the slow one, so its first values differ by what is left of that seed. Not
/// thread-safe: owned by one stream task.
///
/// Source: G. Appel, _Technical Analysis: Power Tools for Active Investors_, 2005, chapter 8.
public final class Macd implements Indicator {

    private final Ema fast;
    private final Ema slow;
    private final Ema signal;

    /// A divergence of two averages that have seen nothing, and that others may read too.
    ///
    /// @param fast the shorter average
    /// @param slow the longer average, of the same source
    /// @param signalPeriod lines, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range or the fast average is not
    ///   the shorter one
    public Macd(Ema fast, Ema slow, int signalPeriod) {
        if (fast.warmUp() >= slow.warmUp()) {
            throw new IllegalArgumentException(
                    "the fast period must be below the slow one, "
                            + slow.warmUp()
                            + ", was "
                            + fast.warmUp());
        }
        this.fast = fast;
        this.slow = slow;
        signal = new Ema(signalPeriod);
    }

    /// Takes the averages as they are now.
    public void update() {
        if (slow.ready()) {
            signal.update(fast.value() - slow.value());
        }
    }

    /// @return how far the fast average is above the slow one
    /// @throws IllegalStateException before [#ready]
    public double line() {
        Period.checkOver(this);
        return fast.value() - slow.value();
    }

    /// @return the average of the line
    /// @throws IllegalStateException before [#ready]
    public double signal() {
        Period.checkOver(this);
        return signal.value();
    }

    /// @return how far the line is above its average
    /// @throws IllegalStateException before [#ready]
    public double histogram() {
        return line() - signal();
    }

    @Override
    public int warmUp() {
        return slow.warmUp() + signal.warmUp() - 1;
    }

    @Override
    public boolean ready() {
        return signal.ready();
    }

    /// @return the [#line]
    @Override
    public double value() {
        return line();
    }

    @Override
    public void save(StateOutput out) {
        signal.save(out);
    }

    @Override
    public void restore(StateInput in) {
        signal.restore(in);
    }
}

package io.candlestream.label;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// The closes of the candle last taken and of the one before it.
final class LastCloses implements Stateful {

    /// No close is 0: it stands for the one that there is not yet.
    private static final double NONE = 0;

    private static final double LOWEST = 1e-30;
    private static final double HIGHEST = 1e30;

    private double previous = NONE;
    private double latest = NONE;

    void update(double close) {
        previous = latest;
        latest = close;
    }

    double latest() {
        return latest;
    }

    /// Tells whether a candle has been taken.
    boolean isThere() {
        return latest != NONE;
    }

    /// Tells whether there is a candle before the last one, and so a [#logReturn].
    boolean areTwo() {
        return previous != NONE;
    }

    /// @return natural logarithm of the last close over the one before
    double logReturn() {
        return logReturn(previous, latest);
    }

    /// @return natural logarithm of the last close over another
    double logReturnSince(double close) {
        return logReturn(close, latest);
    }

    /// @return the last close over another, less 1
    double returnSince(double close) {
        return latest / close - 1;
    }

    /// Layout: the close before the last, the last; 0 where there is none.
    @Override
    public void save(StateOutput out) {
        out.putDouble(previous);
        out.putDouble(latest);
    }

    @Override
    public void restore(StateInput in) {
        previous = in.getDouble();
        latest = in.getDouble();
        if (latest != NONE) {
            checkPrice(latest);
        }
        if (previous != NONE) {
            checkPrice(previous);
            checkPrice(latest);
        }
    }

    /// @throws StateFormatException when it is no price that passes the gate
    static void checkPrice(double value) {
        if (!(value >= LOWEST && value <= HIGHEST)) {
            throw new StateFormatException("a price must be in range, was " + value);
        }
    }

    private static double logReturn(double from, double to) {
        return StrictMath.log(to / from);
    }
}

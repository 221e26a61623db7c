package io.candlestream.evaluation;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Persistence: predicts the value that came true last, 0 before the first.
///
/// State: that value. Not thread-safe: owned by one stream task.
public final class LastValue implements NumberBaseline {

    private double last;

    /// A baseline that has seen no value.
    public LastValue() {}

    @Override
    public String name() {
        return "last_value";
    }

    @Override
    public double predict() {
        return last;
    }

    @Override
    public void learn(double value) {
        NumberTally.check("value", value);
        last = value;
    }

    /// Layout: the last value.
    @Override
    public void save(StateOutput out) {
        out.putDouble(last);
    }

    @Override
    public void restore(StateInput in) {
        last = in.getDouble();
        if (!(Math.abs(last) <= NumberTally.LARGEST)) {
            throw new StateFormatException(
                    "the last value must be from -1e75 to 1e75, was " + last);
        }
    }
}

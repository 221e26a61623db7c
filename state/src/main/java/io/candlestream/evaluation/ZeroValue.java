package io.candlestream.evaluation;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Predicts 0 always: of returns, that prices stay as they are.
///
/// Stateless.
public final class ZeroValue implements NumberBaseline {

    /// A baseline that never learns.
    public ZeroValue() {}

    @Override
    public String name() {
        return "zero";
    }

    @Override
    public double predict() {
        return 0;
    }

    @Override
    public void learn(double value) {
        NumberTally.check("value", value);
    }

    /// Writes nothing.
    @Override
    public void save(StateOutput out) {}

    @Override
    public void restore(StateInput in) {}
}

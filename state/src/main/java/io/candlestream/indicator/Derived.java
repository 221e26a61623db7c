package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// A node whose value follows from the present values of its inputs, and of nothing past.
public final class Derived extends Node {

    private final Formula formula;
    private boolean ready;

    /// Computes a value from those of the inputs.
    @FunctionalInterface
    public interface Formula {

        /// @return the value, finite when the inputs' values are
        double value();
    }

    /// A node for a formula that reads exactly these inputs.
    ///
    /// @param formula must not keep anything
    public Derived(Formula formula, Node... inputs) {
        super(inputs);
        this.formula = formula;
    }

    @Override
    public void update() {
        put(formula.value());
        ready = true;
    }

    @Override
    public int ownWarmUp() {
        return 1;
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    protected void saveMemory(StateOutput out) {
        out.putBoolean(ready);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        ready = in.getBoolean();
    }
}

package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// A node whose value follows from the present values of its inputs, and of nothing past.
public final class Derived extends Node {

    private final Formula formula;
    private boolean ready;

    /// A node for a formula that reads exactly these inputs.
    ///
    /// @param formula must not keep anything
    public Derived(Formula formula, Node... inputs) {
        super(inputs);
        this.formula = formula;
    }

    /// @return computes the value
    public Formula formula() {
        return formula;
    }

    /// Takes what the [#formula] has given, when the node is ready: an update by an owner that
    /// calls the formula itself.
    public void take(double result) {
        put(result);
    }

    @Override
    public void update() {
        put(formula.over(inputs()));
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

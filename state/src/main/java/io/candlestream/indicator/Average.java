package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Exponential or Wilder's average of a node; see [Ema].
public final class Average extends Node {

    private final Node input;
    private final Ema ema;

    /// @param ema an average that has seen nothing
    public Average(Node input, Ema ema) {
        super(input);
        this.input = input;
        this.ema = ema;
    }

    @Override
    public void update() {
        ema.update(input.value());
        if (ema.ready()) {
            put(ema.value());
        }
    }

    @Override
    public int ownWarmUp() {
        return ema.warmUp();
    }

    @Override
    public boolean ready() {
        return ema.ready();
    }

    @Override
    protected void saveMemory(StateOutput out) {
        ema.save(out);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        ema.restore(in);
    }
}

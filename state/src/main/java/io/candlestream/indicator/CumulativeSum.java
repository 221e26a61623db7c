package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// The sum of everything its input has been.
///
/// | quantity | meaning |
/// |---|---|
/// | input | any finite number |
/// | output | the sum since the first candle, in the input's unit |
/// | warm-up | 1 update |
/// | state | 2 doubles and a flag; O(1) time, no allocation per update |
///
/// ```
/// sum <- sum + x
/// ```
///
/// Compensated: the rounding of millions of terms does not add up. Not thread-safe: owned by one
/// stream task.
///
/// Source: A. Neumaier, _Zeitschrift für angewandte Mathematik und Mechanik_ 54 (1974) 39.
public final class CumulativeSum extends Node implements Follower.OfOne {

    private final Node input;
    private final CompensatedSum sum = new CompensatedSum();
    private boolean ready;

    /// A sum of nothing yet.
    public CumulativeSum(Node input) {
        super(input);
        this.input = input;
    }

    @Override
    public void update() {
        advance(input.value());
    }

    @Override
    public double advance(double term) {
        sum.add(term);
        put(sum.value());
        ready = true;
        return value();
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
        sum.save(out);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        ready = in.getBoolean();
        sum.restore(in);
    }
}

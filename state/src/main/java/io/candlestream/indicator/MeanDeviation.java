package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Mean distance of a node's last `period` values from their mean.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History] of any node, and the [Moments] of the same window |
/// | output | mean distance, in the node's unit, `>= 0` |
/// | warm-up | 1 update: the moments are ready when it starts |
/// | state | none besides the history; O(period) time, no allocation per update |
///
/// ```
/// value = sum(|x - mean(x)|) / period
/// ```
///
/// The mean moves with every candle, so every distance changes: a pass over the window. Not
/// thread-safe: owned by one stream task.
///
/// Source: D. R. Lambert, _Commodities_, October 1980; TA-Lib 0.4.0, `TA_CCI`.
public final class MeanDeviation extends Node {

    private final Ring window;
    private final Node mean;
    private final int period;
    private boolean ready;

    /// A deviation over a history that others may read too.
    ///
    /// @param mean the mean of the last `period` values of the history
    /// @param period updates, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public MeanDeviation(History input, Moments mean, int period) {
        super(input, mean);
        this.mean = mean;
        this.period = Period.checked(period, 1);
        window = input.ring(period);
    }

    @Override
    public void update() {
        put(distances(mean.value()) / period);
        ready = true;
    }

    /// Four sums, because one would wait for itself.
    private double distances(double centre) {
        double[] values = window.array();
        int at = window.newest();
        int end = at - period;
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (; at - end >= 4; at -= 4) {
            sum0 += Math.abs(values[at] - centre);
            sum1 += Math.abs(values[at - 1] - centre);
            sum2 += Math.abs(values[at - 2] - centre);
            sum3 += Math.abs(values[at - 3] - centre);
        }
        for (; at > end; at--) {
            sum0 += Math.abs(values[at] - centre);
        }
        return sum0 + sum1 + (sum2 + sum3);
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

package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Mean of a node's last `period` values, with their variance and deviation; see [RollingMoments].
///
/// One node for all that reads a window's moments: its own value is the mean.
public final class Moments extends Node {

    private final RollingMoments moments;

    /// Moments over a history that others may read too.
    ///
    /// @param period updates, from 1 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public Moments(History input, int period) {
        super(input);
        moments = new RollingMoments(input.ring(period), period);
    }

    /// @return the population variance, `>= 0`
    /// @throws IllegalStateException before [#ready]
    public double variance() {
        return moments.variance();
    }

    /// @return the population standard deviation, `>= 0`
    /// @throws IllegalStateException before [#ready]
    public double deviation() {
        return moments.deviation();
    }

    /// @return how many standard deviations the newest value is above the mean; 0 when there is no
    ///   deviation
    /// @throws IllegalStateException before [#ready]
    public double zScore() {
        return moments.zScore();
    }

    @Override
    public void update() {
        moments.update();
        if (moments.ready()) {
            put(moments.mean());
        }
    }

    @Override
    public int ownWarmUp() {
        return moments.warmUp();
    }

    @Override
    public boolean ready() {
        return moments.ready();
    }

    @Override
    protected void saveMemory(StateOutput out) {
        moments.save(out);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        moments.restore(in);
    }
}

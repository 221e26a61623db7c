package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// Takes the L1 part of a [Penalty] from weights after a step. Not thread-safe: owned by one stream
/// task.
final class L1Cut implements Stateful {

    private final double strength;
    private final boolean cumulative;

    /// What each weight has been cut, then what it could have been cut; empty unless cumulative.
    private final double[] memory;

    L1Cut(Penalty penalty, int featureCount) {
        strength = penalty.l1();
        cumulative = penalty.cumulative() && strength > 0;
        memory = cumulative ? new double[featureCount + 1] : new double[0];
    }

    /// Cuts every number but the last, the intercept.
    void cut(double[] weights, double rate) {
        if (cumulative) {
            cutUpTo(weights, rate * strength);
        } else if (strength > 0) {
            truncate(weights, rate * strength);
        }
    }

    private static void truncate(double[] weights, double cut) {
        for (int j = 0; j < weights.length - 1; j++) {
            weights[j] = cut(weights[j], cut, cut);
        }
    }

    private void cutUpTo(double[] weights, double more) {
        int last = weights.length - 1;
        memory[last] += more;
        double possible = memory[last];
        for (int j = 0; j < last; j++) {
            double before = weights[j];
            weights[j] = cut(before, possible + memory[j], possible - memory[j]);
            memory[j] += weights[j] - before;
        }
    }

    private static double cut(double weight, double ofPositive, double ofNegative) {
        return weight > 0 ? Math.max(0, weight - ofPositive) : Math.min(0, weight + ofNegative);
    }

    @Override
    public void save(StateOutput out) {
        out.putDoubles(memory);
    }

    @Override
    public void restore(StateInput in) {
        Memories.restore(memory, in);
    }
}

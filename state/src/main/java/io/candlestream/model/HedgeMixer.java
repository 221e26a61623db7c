package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.util.Arrays;

/// [Mixing.Hedge].
///
/// The state is the logarithms, of which none is above 0: without a share the weight of a member
/// may become 0 and its logarithm goes on.
final class HedgeMixer implements Mixer {

    private final double rate;
    private final double share;
    private final double[] logs;

    /// Derived: the exponentials, made to sum to one.
    private final double[] weights;

    HedgeMixer(Mixing.Hedge hedge, int count) {
        rate = hedge.rate();
        share = hedge.share();
        logs = new double[count];
        weights = new double[count];
        derive();
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public void learn(double[] parts) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logs.length; i++) {
            logs[i] += rate * Exponential.log(parts[i]);
            greatest = Math.max(greatest, logs[i]);
        }
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.max(logs[i] - greatest, -Memories.LIMIT);
        }
        derive();
        if (share > 0) {
            divideShare();
        }
    }

    private void divideShare() {
        for (int i = 0; i < logs.length; i++) {
            double shared = (1 - share) * weights[i] + share / (double) logs.length;
            logs[i] = Math.min(0, Exponential.log(shared));
        }
        derive();
    }

    private void derive() {
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            weights[i] = Exponential.exp(logs[i]);
            sum += weights[i];
        }
        for (int i = 0; i < logs.length; i++) {
            weights[i] /= sum;
        }
    }

    @Override
    public void save(StateOutput out) {
        out.putDoubles(logs);
    }

    @Override
    public void restore(StateInput in) {
        in.getDoubles(logs);
        double greatest = Arrays.stream(logs).max().orElse(0);
        for (double log : logs) {
            Memories.check(log <= 0 && log >= -Memories.LIMIT, "logarithm of a weight", log);
        }
        // The heaviest of n weights that sum to one is not lighter than 1 / n.
        double least = -Exponential.log((double) logs.length) - 1;
        Memories.check(greatest >= least, "logarithm of the greatest weight", greatest);
        derive();
    }
}

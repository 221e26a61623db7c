package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// The rate of every example of one model: that of its schedule, or of [LearningRate.Adaptive] with
/// what it remembers. Not thread-safe: owned by one stream task.
final class Rates implements Stateful {

    private static final int RATE = 0;
    private static final int BEST = 1;
    private static final int SUM = 2;
    private static final double FALL = 5;

    private final LearningRate schedule;

    /// The rate, the best mean loss of a block and the sum of the losses of the block in hand;
    /// empty unless adaptive.
    private final double[] memory;

    Rates(LearningRate schedule) {
        this.schedule = schedule;
        this.memory =
                isAdaptive() ? new double[] {schedule.at(1), Double.MAX_VALUE, 0} : new double[0];
    }

    boolean isAdaptive() {
        return schedule instanceof LearningRate.Adaptive;
    }

    double at(long step) {
        return schedule.at(step);
    }

    /// @param loss of the example, finite
    /// @return the rate for that example, which its own loss does not change
    double at(long step, double loss) {
        double rate = memory[RATE];
        memory[SUM] += loss;
        if (schedule instanceof LearningRate.Adaptive adaptive && step % adaptive.patience() == 0) {
            double meanLoss = memory[SUM] / (double) adaptive.patience();
            memory[SUM] = 0;
            if (meanLoss > memory[BEST] - adaptive.tolerance()) {
                memory[RATE] = Math.min(rate, Math.max(rate / FALL, LearningRate.Adaptive.LEAST));
            }
            memory[BEST] = Math.min(memory[BEST], meanLoss);
        }
        return rate;
    }

    @Override
    public void save(StateOutput out) {
        out.putDoubles(memory);
    }

    @Override
    public void restore(StateInput in) {
        in.getDoubles(memory);
        if (isAdaptive()) {
            Memories.check(
                    memory[RATE] > 0 && memory[RATE] <= schedule.at(1), "rate", memory[RATE]);
            Memories.check(Math.abs(memory[BEST]) <= Double.MAX_VALUE, "loss", memory[BEST]);
            Memories.check(Math.abs(memory[SUM]) <= Memories.LIMIT, "sum of losses", memory[SUM]);
        }
    }
}

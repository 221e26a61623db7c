package io.candlestream.learner;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// How often published sets or bands held what came true, each as it was when it was published.
final class Coverage implements Stateful {

    private long judged;
    private long held;

    void update(boolean isHeld) {
        judged++;
        if (isHeld) {
            held++;
        }
    }

    /// @return the share, 0 to 1; 0 of nothing
    double share() {
        return judged == 0 ? 0 : (double) held / judged;
    }

    @Override
    public void save(StateOutput out) {
        out.putLong(judged);
        out.putLong(held);
    }

    @Override
    public void restore(StateInput in) {
        judged = in.getCounter();
        held = in.getCounter();
        if (held > judged) {
            throw new StateFormatException(
                    "held must be at most %d, was %d".formatted(judged, held));
        }
    }
}

package io.candlestream.evaluation;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.label.Labels;
import java.util.Arrays;

/// Persistence: predicts the label that came true last, whatever its probability.
///
/// ```
/// pairs = labels that had one before them          same = those equal to the one before
/// p of the last label  = (same + 1) / (pairs + classCount)
/// p of any other       = (1 - p of the last label) / (classCount - 1), computed from the counts
/// ```
///
/// So all classes are equally probable before the first label and after it, and class 0 is
/// predicted before the first. Where labels tend to change, the class predicted is the least
/// probable one: it stays the prediction, for that is what persistence means.
///
/// State: the last label and 2 counters. Not thread-safe: owned by one stream task.
public final class LastClass implements Baseline {

    private final int classCount;
    private int last;
    private long labels;
    private long same;

    /// A baseline that has seen no label.
    ///
    /// @param classCount how many classes there are, at least 2
    /// @throws IllegalArgumentException when there are fewer
    public LastClass(int classCount) {
        this.classCount = Labels.checkedClassCount(classCount);
    }

    @Override
    public String name() {
        return "last_class";
    }

    @Override
    public int predict(double[] probabilities) {
        Labels.checkProbabilities(probabilities, classCount);
        double divisor = (double) pairs() + classCount;
        double probability = (same + 1.0) / divisor;
        double other = (pairs() - same + classCount - 1.0) / (divisor * (classCount - 1));
        Arrays.fill(probabilities, other);
        probabilities[last] = probability;
        return last;
    }

    private long pairs() {
        return Math.max(0, labels - 1);
    }

    @Override
    public void learn(int label) {
        Labels.check("label", label, classCount);
        if (labels > 0 && label == last) {
            same++;
        }
        last = label;
        labels++;
    }

    /// Layout: last label, how many labels, how many equal to the one before.
    @Override
    public void save(StateOutput out) {
        out.putInt(last);
        out.putLong(labels);
        out.putLong(same);
    }

    @Override
    public void restore(StateInput in) {
        last = in.getCount(classCount - 1);
        labels = in.getCounter();
        same = in.getCounter();
        if (same > pairs()) {
            throw new StateFormatException(
                    "repeated labels must be from 0 to %d, were %d".formatted(pairs(), same));
        }
    }
}

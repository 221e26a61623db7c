package io.candlestream.evaluation;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.label.Labels;

/// Predicts the class that has come true most often so far; of equals the one with the lower index.
///
/// ```
/// p_c = (count_c + 1) / (count of all + classCount)           Laplace's rule of succession
/// ```
///
/// State: a counter a class. Not thread-safe: owned by one stream task.
public final class MajorityClass implements Baseline {

    private final long[] counts;
    private long total;

    /// A baseline that has seen no label.
    ///
    /// @param classCount how many classes there are, at least 2
    /// @throws IllegalArgumentException when there are fewer
    public MajorityClass(int classCount) {
        counts = new long[Labels.checkedClassCount(classCount)];
    }

    @Override
    public String name() {
        return "majority_class";
    }

    @Override
    public int predict(double[] probabilities) {
        Labels.checkProbabilities(probabilities, counts.length);
        double divisor = (double) total + counts.length;
        int majority = 0;
        for (int c = 0; c < counts.length; c++) {
            probabilities[c] = (counts[c] + 1.0) / divisor;
            if (counts[c] > counts[majority]) {
                majority = c;
            }
        }
        return majority;
    }

    @Override
    public void learn(int label) {
        Labels.check("label", label, counts.length);
        counts[label]++;
        total++;
    }

    /// Layout: the counts by class.
    @Override
    public void save(StateOutput out) {
        out.putLongs(counts);
    }

    @Override
    public void restore(StateInput in) {
        total = 0;
        for (int c = 0; c < counts.length; c++) {
            counts[c] = in.getCounter();
            total += counts[c];
        }
    }
}

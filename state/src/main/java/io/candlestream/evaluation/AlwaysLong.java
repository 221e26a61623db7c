package io.candlestream.evaluation;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.label.Labels;

/// Predicts, whatever happens, the class in which a long position gains.
///
/// Its probabilities are those of [MajorityClass], so its losses are too; what it shows is the
/// accuracy of who always buys. State: that of a [MajorityClass]. Not thread-safe: owned by one
/// stream task.
public final class AlwaysLong implements Baseline {

    private final MajorityClass frequencies;
    private final int risingClass;

    /// A baseline that has seen no label.
    ///
    /// @param classCount how many classes there are, at least 2
    /// @param risingClass index of the class in which the price rises
    /// @throws IllegalArgumentException when there are fewer, or the index is none
    public AlwaysLong(int classCount, int risingClass) {
        this.frequencies = new MajorityClass(classCount);
        Labels.check("rising class", risingClass, classCount);
        this.risingClass = risingClass;
    }

    @Override
    public String name() {
        return "always_long";
    }

    @Override
    public int predict(double[] probabilities) {
        frequencies.predict(probabilities);
        return risingClass;
    }

    @Override
    public void learn(int label) {
        frequencies.learn(label);
    }

    /// Layout: the counts by class.
    @Override
    public void save(StateOutput out) {
        frequencies.save(out);
    }

    @Override
    public void restore(StateInput in) {
        frequencies.restore(in);
    }
}

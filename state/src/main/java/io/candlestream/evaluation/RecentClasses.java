package io.candlestream.evaluation;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.label.Labels;

/// Scores of one forecaster of classes over its last outcomes.
///
/// | quantity | meaning |
/// |---|---|
/// | input | probabilities, the class predicted, the class that came true |
/// | output | a [ClassTally] of the window, and [#areaUnderCurve] |
/// | warm-up | none: of nothing everything is 0; the window is as long as it is |
/// | state | `period (classCount + 2)` doubles; O(classCount) time, no allocation per update |
///
/// ```
/// AUC of c = (sum of the ranks of p_c where c came true - P (P + 1) / 2) / (P N)
/// P, N     = outcomes of the window in which c came true, and the others
/// ```
///
/// So the AUC is the probability that an outcome of the class had a higher `p_c` than one of
/// another, equal ones counting one half; exact, as scikit-learn's `roc_auc_score`. There is none
/// over all time or fading: ranks need every outcome. Not thread-safe: owned by one stream task.
///
/// Source: J. A. Hanley, B. J. McNeil, _Radiology_ 143 (1982) 29.
public final class RecentClasses implements Stateful {

    private final int classCount;
    private final Window window;

    /// Scores of no outcomes.
    ///
    /// @param classCount how many classes there are, at least 2
    /// @param period outcomes in the window, from 2 to 10,000
    /// @throws IllegalArgumentException when a number is out of range
    public RecentClasses(int classCount, int period) {
        this.classCount = Labels.checkedClassCount(classCount);
        this.window = new Window(period, classCount + 2, classCount);
    }

    /// Scores one outcome in place of the oldest.
    ///
    /// @param probabilities one a class, each from 0 to 1, as they were predicted; not changed
    /// @param predicted the class that was predicted
    /// @param label the class that came true
    /// @throws IllegalArgumentException when the array has another length, holds something else
    ///   than probabilities, or an index is not a class
    public void update(double[] probabilities, int predicted, int label) {
        ClassTally.check(probabilities, classCount, predicted, label);
        int at = window.claim();
        window.set(at, predicted);
        window.set(at + 1, label);
        for (int c = 0; c < classCount; c++) {
            window.set(at + 2 + c, probabilities[c]);
        }
    }

    /// Counts the window's outcomes, O(period).
    ///
    /// @return scores over the last outcomes, of now
    public ClassTally tally() {
        ClassTally tally = ClassTally.allTime(classCount);
        double[] probabilities = new double[classCount];
        for (int row = 0; row < window.size(); row++) {
            for (int c = 0; c < classCount; c++) {
                probabilities[c] = window.get(row, 2 + c);
            }
            tally.update(probabilities, (int) window.get(row, 0), (int) window.get(row, 1));
        }
        return tally;
    }

    /// Sorts the window's outcomes, O(period log period).
    ///
    /// @param index of the class
    /// @return how well its probability tells the class from the others in the window, 0 to 1; one
    ///   half when the window holds only outcomes of the class, or none
    /// @throws IllegalArgumentException when the index is not that of a class
    public double areaUnderCurve(int index) {
        Labels.check("class", index, classCount);
        double[] ranks = Ranks.of(window.column(2 + index));
        double rankSum = 0;
        long occurred = 0;
        for (int row = 0; row < ranks.length; row++) {
            if ((int) window.get(row, 1) == index) {
                rankSum += ranks[row];
                occurred++;
            }
        }
        long others = ranks.length - occurred;
        if (occurred == 0 || others == 0) {
            return 0.5;
        }
        return (rankSum - occurred * (occurred + 1) / 2.0) / ((double) occurred * others);
    }

    /// Layout: the window.
    @Override
    public void save(StateOutput out) {
        window.save(out);
    }

    @Override
    public void restore(StateInput in) {
        window.restore(in);
        for (int row = 0; row < window.size(); row++) {
            checkRestored(row);
        }
    }

    private void checkRestored(int row) {
        for (int column = 0; column < classCount + 2; column++) {
            double value = window.get(row, column);
            boolean isClass = value >= 0 && value < classCount && value == Math.rint(value);
            if (!(column < 2 ? isClass : Calibration.isProbability(value))) {
                throw new StateFormatException(
                        "an outcome must be two classes and probabilities, held " + value);
            }
        }
    }
}

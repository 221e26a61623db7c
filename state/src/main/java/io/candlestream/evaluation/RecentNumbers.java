package io.candlestream.evaluation;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// Scores of one forecaster of a number over its last outcomes.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the number predicted, the number that came true, both within 1e75 of zero |
/// | output | a [NumberTally] of the window, and [#rankCorrelation] |
/// | warm-up | none: of nothing everything is 0; the window is as long as it is |
/// | state | `2 period` doubles; O(1) time, no allocation per update |
///
/// Not thread-safe: owned by one stream task.
public final class RecentNumbers implements Stateful {

    private final Window window;

    /// Scores of no outcomes.
    ///
    /// @param period outcomes in the window, from 2 to 10,000
    /// @throws IllegalArgumentException when it is out of range
    public RecentNumbers(int period) {
        window = new Window(period, 2, NumberTally.LARGEST);
    }

    /// Scores one outcome in place of the oldest.
    ///
    /// @throws IllegalArgumentException when a number is not from -1e75 to 1e75
    public void update(double prediction, double value) {
        NumberTally.check("prediction", prediction);
        NumberTally.check("value", value);
        int at = window.claim();
        window.set(at, prediction);
        window.set(at + 1, value);
    }

    /// Counts the window's outcomes, O(period).
    ///
    /// @return scores over the last outcomes, of now
    public NumberTally tally() {
        NumberTally tally = NumberTally.allTime();
        for (int row = 0; row < window.size(); row++) {
            tally.update(window.get(row, 0), window.get(row, 1));
        }
        return tally;
    }

    /// Sorts the window's outcomes, O(period log period).
    ///
    /// @return Spearman's coefficient over the window, from -1 to 1, see [RankCorrelation]
    public double rankCorrelation() {
        return new RankCorrelation(window).value();
    }

    /// Layout: the window.
    @Override
    public void save(StateOutput out) {
        window.save(out);
    }

    @Override
    public void restore(StateInput in) {
        window.restore(in);
    }
}

package io.candlestream.evaluation;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// All scores of one forecaster of a number: over all time, fading, and over its last outcomes.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the number predicted, the number that came true, both within 1e75 of zero |
/// | output | a [NumberTally] over each; [#rankCorrelation] over the window |
/// | warm-up | none: of nothing everything is 0; the window is as long as it is |
/// | state | two tallies and `2 period` doubles; O(1) time, no allocation per update |
///
/// Not thread-safe: owned by one stream task.
public final class NumberScores implements Stateful {

    private final NumberTally allTime = NumberTally.allTime();
    private final NumberTally fading;
    private final Window window;

    /// Scores of no outcomes.
    ///
    /// @param halfLife outcomes after which the weight of one has halved, from 1 to 1e9
    /// @param period outcomes in the window, from 2 to 10,000
    /// @throws IllegalArgumentException when a number is out of range
    public NumberScores(double halfLife, int period) {
        fading = NumberTally.fading(halfLife);
        window = new Window(period, 2, NumberTally.LARGEST);
    }

    /// Scores one outcome.
    ///
    /// @throws IllegalArgumentException when a number is not from -1e75 to 1e75
    public void update(double prediction, double value) {
        allTime.update(prediction, value);
        fading.update(prediction, value);
        int at = window.claim();
        window.set(at, prediction);
        window.set(at + 1, value);
    }

    /// @return scores over every outcome; live
    public NumberTally allTime() {
        return allTime;
    }

    /// @return scores in which older outcomes count less; live
    public NumberTally fading() {
        return fading;
    }

    /// Counts the window's outcomes, O(period).
    ///
    /// @return scores over the last outcomes, of now
    public NumberTally window() {
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

    /// Layout: the tallies over all time and fading, the window.
    @Override
    public void save(StateOutput out) {
        allTime.save(out);
        fading.save(out);
        window.save(out);
    }

    @Override
    public void restore(StateInput in) {
        allTime.restore(in);
        fading.restore(in);
        window.restore(in);
    }
}

package io.candlestream.evaluation;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// Spearman's rank correlation of the last pairs of numbers: of a forecast with what came true, the
/// rank information coefficient.
///
/// | quantity | meaning |
/// |---|---|
/// | input | two finite numbers at a time |
/// | output | [#value], from -1 to 1; 0 when either does not vary, and before the second pair |
/// | warm-up | none: while the window fills, of the pairs there are |
/// | state | `2 period` doubles and 2 counters; O(1) time, no allocation per update |
///
/// ```
/// rank_x = place of x in the window, from 1; equal numbers share the mean of their places
/// value  = Pearson's coefficient of rank_x and rank_y
/// ```
///
/// There is none over all time or fading: ranks need every number. Asking for the value sorts the
/// window, O(period log period), and allocates six arrays of its length. Not thread-safe: owned by
/// one stream task.
///
/// Source: C. Spearman, _American Journal of Psychology_ 15 (1904) 72.
public final class RankCorrelation implements Stateful {

    private final Window window;

    /// A correlation of no pairs.
    ///
    /// @param period pairs it is computed of, from 2 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public RankCorrelation(int period) {
        this(new Window(period, 2, Double.MAX_VALUE));
    }

    /// A correlation of the first two columns of a window that another object fills.
    RankCorrelation(Window window) {
        this.window = window;
    }

    /// Takes the next pair.
    ///
    /// @throws IllegalArgumentException when a number is not finite
    public void update(double x, double y) {
        if (!(Double.isFinite(x) && Double.isFinite(y))) {
            throw new IllegalArgumentException(
                    "a pair must be finite numbers, was " + x + " and " + y);
        }
        int at = window.claim();
        window.set(at, x);
        window.set(at + 1, y);
    }

    /// @return the coefficient of the window as it is, from -1 to 1
    public double value() {
        double[] ranksX = Ranks.of(window.column(0));
        double[] ranksY = Ranks.of(window.column(1));
        CoMoments moments = new CoMoments(FadingSums.ALL_TIME);
        for (int i = 0; i < ranksX.length; i++) {
            moments.update(ranksX[i], ranksY[i]);
        }
        return moments.correlation();
    }

    /// Layout: how many pairs, where the next one goes, the pairs.
    @Override
    public void save(StateOutput out) {
        window.save(out);
    }

    @Override
    public void restore(StateInput in) {
        window.restore(in);
    }
}

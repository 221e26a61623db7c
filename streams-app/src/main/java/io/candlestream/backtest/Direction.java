package io.candlestream.backtest;

import io.candlestream.account.Positioner;
import io.candlestream.label.LabelRule;
import io.candlestream.label.TripleBarrierRule;

/// What a label's classes say of where the price goes.
///
/// Classes rise from the lowest returns to the highest, but for the barriers of a short position,
/// whose profit is a fall.
///
/// @param classCount how many there are
/// @param isFalling whether the last class is the fall and not the rise
record Direction(int classCount, boolean isFalling) {

    /// @throws BacktestException when the label is a number, of which nothing says what to hold
    static Direction of(LabelRule label) {
        if (label.isNumber()) {
            throw new BacktestException(
                    "learner.label must be of classes, direction, direction5 or triple_barrier, to"
                            + " become positions, was "
                            + label.expression());
        }
        boolean isFalling =
                label instanceof TripleBarrierRule barriers
                        && barriers.side() == TripleBarrierRule.Side.SHORT;
        return new Direction(label.classNames().size(), isFalling);
    }

    /// @param probabilities one a class
    /// @return share of rising in what is not flat, from 0 to 1
    double score(double[] probabilities) {
        double score = Positioner.score(probabilities);
        return isFalling ? 1 - score : score;
    }

    /// @param predicted index of a class
    /// @return 1 when the price rises in it, -1 when it falls, 0 in the middle
    double side(int predicted) {
        int side = Integer.signum(2 * predicted - (classCount - 1));
        return isFalling ? -side : side;
    }
}

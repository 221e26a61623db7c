package io.candlestream.backtest;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Verdict;
import io.candlestream.evaluation.Span;
import io.candlestream.learner.Learner;

/// Where candles are in a plan: counted from the first one that could be predicted on.
///
/// @param unit what positions are measured in
/// @param firstNumber number of that candle among the accepted ones
/// @param firstOpenTimeMs when it opened
record Place(Span.Unit unit, long firstNumber, long firstOpenTimeMs) {

    /// @return position of the candle that a learner is about to accept
    long ofNext(Learner learner, Candle candle) {
        return of(learner.gate().count(Verdict.ACCEPTED) + 1, candle.openTimeMs());
    }

    /// @return position of the oldest prediction that waits for its label
    long ofOldest(Learner learner) {
        return of(learner.pending().first(), learner.pending().firstOpenTimeMs());
    }

    /// @param number among the accepted candles
    long of(long number, long openTimeMs) {
        return switch (unit) {
            case CANDLES -> number - firstNumber;
            case TIME -> openTimeMs - firstOpenTimeMs;
        };
    }
}

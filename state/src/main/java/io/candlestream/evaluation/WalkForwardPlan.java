package io.candlestream.evaluation;

import io.candlestream.candle.Interval;

/// How history is divided into folds.
///
/// ```
/// fold k     trains on [k step, k step + train) and tests on the next `test`
/// anchored   trains on [0, k step + train)
/// ```
///
/// What is purged of the training window follows from the label's own horizon and cannot be less: a
/// row is trained on when its label is known before the test window begins, `embargo` earlier still
/// where there is one.
///
/// @param train length of the training window, of the first one where it is anchored; at least 1
/// @param test length of a test window, at least 1
/// @param step from one fold to the next, at least 1
/// @param embargo between what is learned and the test window; 0 for none
/// @param isAnchored whether every training window begins with the first
/// @param mayOverlap whether test windows may overlap, `step` being shorter than `test`
public record WalkForwardPlan(
        Span train, Span test, Span step, Span embargo, boolean isAnchored, boolean mayOverlap) {

    /// Checks the lengths, and that all are of one unit.
    ///
    /// @throws IllegalArgumentException when they cannot make folds
    public WalkForwardPlan {
        requireLike(train, "test", test);
        requireLike(train, "step", step);
        requireLike(train, "embargo", embargo);
        requireSome("train", train);
        requireSome("test", test);
        requireSome("step", step);
        if (step.length() < test.length() && !mayOverlap) {
            throw new IllegalArgumentException(
                    "step must be at least test, %s, or overlap be allowed; was %s"
                            .formatted(test, step));
        }
    }

    private static void requireLike(Span train, String name, Span span) {
        if (span.unit() != train.unit() && span.length() > 0) {
            throw new IllegalArgumentException(
                    "train, test, step and embargo must all be %s like train, %s, was %s %s"
                            .formatted(train.unit(), train, name, span));
        }
    }

    private static void requireSome(String name, Span span) {
        if (span.length() == 0) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + span);
        }
    }

    /// Checks that the labels leave something to train on, and that those of a test window's first
    /// predictions are known within it.
    ///
    /// @param horizon candles until a label is known
    /// @throws IllegalArgumentException when they do not
    public void check(int horizon, Interval interval) {
        long waiting = unit() == Span.Unit.CANDLES ? horizon : horizon * interval.durationMs();
        if (waiting > test.length()) {
            throw new IllegalArgumentException(
                    "test must be at least as long as the horizon, %s, was %s"
                            .formatted(new Span(waiting, unit()), test));
        }
        if (train.length() - waiting <= embargo.length()) {
            throw new IllegalArgumentException(
                    "train must be longer than horizon and embargo, %s and %s, was %s"
                            .formatted(new Span(waiting, unit()), embargo, train));
        }
    }

    /// @return what positions are measured in
    public Span.Unit unit() {
        return train.unit();
    }

    /// @return the shortest history with a fold, from the first candle that can be predicted on
    public Span shortest() {
        return new Span(train.length() + test.length(), unit());
    }

    /// @param number from 0
    public Fold fold(int number) {
        long shift = Math.multiplyExact((long) number, step.length());
        long testFrom = shift + train.length();
        return new Fold(
                number,
                isAnchored ? 0 : shift,
                testFrom,
                testFrom + test.length(),
                embargo.length());
    }

    /// @param end position behind the last candle
    /// @return how many folds have their whole test window before it
    public int foldCount(long end) {
        long spare = end - shortest().length();
        return spare < 0 ? 0 : Math.toIntExact(spare / step.length() + 1);
    }
}

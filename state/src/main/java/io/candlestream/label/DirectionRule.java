package io.candlestream.label;

import java.util.List;

/// Whether the close moves down, stays about flat or moves up within a horizon.
///
/// ```
/// forward return = close(t + horizon) / close(t) - 1
/// up     when the forward return > the upper cut
/// down   when the forward return < the lower cut
/// flat   otherwise, and so exactly on either cut
/// ```
///
/// The cuts are those of the [Threshold], as it stands at `t`. A gap lengthens the time of a
/// horizon, not its candles.
///
/// @param horizon candles until the label is known, from 1 to 100,000
/// @param threshold how far the close must go to move
public record DirectionRule(int horizon, Threshold threshold) implements LabelRule {

    /// Index of the class in which the close falls.
    public static final int DOWN = 0;

    /// Index of the class in which the close moves less than the threshold.
    public static final int FLAT = 1;

    /// Index of the class in which the close rises.
    public static final int UP = 2;

    /// The names of the classes in the order of their indices.
    public static final List<String> CLASS_NAMES = List.of("down", "flat", "up");

    private static final double BPS = 10_000;

    /// Checks the range.
    ///
    /// @throws IllegalArgumentException when the horizon is outside it
    public DirectionRule {
        Parameters.horizon(horizon);
    }

    /// The rule with a threshold that is always the same.
    ///
    /// @param horizon candles until the label is known, from 1 to 100,000
    /// @param thresholdBps basis points of return, finite and at least 0
    /// @throws IllegalArgumentException when a number is outside its range
    public DirectionRule(int horizon, double thresholdBps) {
        this(horizon, new Threshold.FixedBps(thresholdBps));
    }

    /// @param closeThen close of the candle predicted on, `> 0`
    /// @param closeNow close of the candle `horizon` later, `> 0`
    /// @return the return between them, 0.01 for one percent
    public double forwardReturn(double closeThen, double closeNow) {
        return closeNow / closeThen - 1;
    }

    /// @return the threshold in basis points of return
    /// @throws IllegalStateException when it depends on what has been
    public double thresholdBps() {
        if (threshold instanceof Threshold.FixedBps(double bps)) {
            return bps;
        }
        throw new IllegalStateException(
                "the threshold must be one in basis points, was " + threshold.expression());
    }

    /// @param forwardReturn as [#forwardReturn] gives it
    /// @return [#DOWN], [#FLAT] or [#UP]
    /// @throws IllegalStateException when the threshold depends on what has been
    public int label(double forwardReturn) {
        double cut = thresholdBps() / BPS;
        if (forwardReturn > cut) {
            return UP;
        }
        return forwardReturn < -cut ? DOWN : FLAT;
    }

    @Override
    public List<String> classNames() {
        return CLASS_NAMES;
    }

    @Override
    public String expression() {
        return "direction(horizon=" + horizon + ',' + threshold.expression() + ')';
    }

    /// @return a labeller whose predictions keep their close and, where they may differ, their cuts
    @Override
    public Labeller create() {
        return new DirectionLabeller(1, Cuts.of(horizon, threshold));
    }
}

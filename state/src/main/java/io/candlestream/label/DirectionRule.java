package io.candlestream.label;

import java.util.List;

/// Whether the close moves down, stays about flat or moves up within a horizon.
///
/// ```
/// forward return = close(t + horizon) / close(t) - 1
/// up     when the forward return > threshold / 10,000
/// down   when the forward return < -threshold / 10,000
/// flat   otherwise, and so exactly on either threshold
/// ```
///
/// @param horizon candles until the label is known, from 1 to 100,000
/// @param thresholdBps basis points of return, finite and at least 0
public record DirectionRule(int horizon, double thresholdBps) {

    /// Index of the class in which the close falls.
    public static final int DOWN = 0;

    /// Index of the class in which the close moves less than the threshold.
    public static final int FLAT = 1;

    /// Index of the class in which the close rises.
    public static final int UP = 2;

    /// The names of the classes in the order of their indices.
    public static final List<String> CLASS_NAMES = List.of("down", "flat", "up");

    private static final int LONGEST_HORIZON = 100_000;
    private static final double BPS = 10_000;

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when a number is outside its range
    public DirectionRule {
        if (horizon < 1 || horizon > LONGEST_HORIZON) {
            throw new IllegalArgumentException(
                    "horizon must be from 1 to " + LONGEST_HORIZON + ", was " + horizon);
        }
        if (!(thresholdBps >= 0 && Double.isFinite(thresholdBps))) {
            throw new IllegalArgumentException(
                    "threshold in basis points must be finite and at least 0, was " + thresholdBps);
        }
    }

    /// @param closeThen close of the candle predicted on, `> 0`
    /// @param closeNow close of the candle `horizon` later, `> 0`
    /// @return the return between them, 0.01 for one percent
    public double forwardReturn(double closeThen, double closeNow) {
        return closeNow / closeThen - 1;
    }

    /// @param forwardReturn as [#forwardReturn] gives it
    /// @return [#DOWN], [#FLAT] or [#UP]
    public int label(double forwardReturn) {
        double threshold = thresholdBps / BPS;
        if (forwardReturn > threshold) {
            return UP;
        }
        return forwardReturn < -threshold ? DOWN : FLAT;
    }

    /// @return the canonical text, as in `direction(horizon=12,threshold_bps=10.0)`
    public String expression() {
        return "direction(horizon=" + horizon + ",threshold_bps=" + thresholdBps + ')';
    }
}

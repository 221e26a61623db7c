package io.candlestream.account;

/// When a position is closed within a candle, whatever was decided: at a loss or at a profit,
/// measured from the volume-weighted entry price of its trade.
///
/// ```
/// stop = entry * (1 - side * lossBps / 10,000)      take = entry * (1 + side * profitBps / 10,000)
/// ```
///
/// A candle tells how far the price went but not in which order. So the stop is looked at first: a
/// candle that reached both made a loss. A price that jumped over a level at the open is filled at
/// the open, which is worse than the stop and better than the profit asked for.
///
/// @param lossBps basis points of the entry price, greater than 0; infinite for no stop
/// @param profitBps basis points of the entry price, greater than 0; infinite for no profit taking
public record StopRule(double lossBps, double profitBps) {

    /// A position is closed by decisions alone.
    public static final StopRule NONE =
            new StopRule(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final double BPS = 10_000;

    /// Checks both distances.
    ///
    /// @throws IllegalArgumentException when one is not greater than 0
    public StopRule {
        check("stop loss", lossBps);
        check("take profit", profitBps);
    }

    /// The price at which a position is closed within a candle, before costs; NaN when it is not.
    ///
    /// @param side of the position
    /// @param entry volume-weighted price of its entry
    double exitPrice(Side side, double entry, double open, double high, double low) {
        double stop = entry * (1 - side.sign() * lossBps / BPS);
        double take = entry * (1 + side.sign() * profitBps / BPS);
        return switch (side) {
            case LONG ->
                    low <= stop
                            ? Math.min(open, stop)
                            : high >= take ? Math.max(open, take) : Double.NaN;
            case SHORT ->
                    high >= stop
                            ? Math.max(open, stop)
                            : low <= take ? Math.min(open, take) : Double.NaN;
        };
    }

    private static void check(String name, double bps) {
        if (!(bps > 0)) {
            throw new IllegalArgumentException(
                    name + " must be more than 0 basis points, was " + bps);
        }
    }
}

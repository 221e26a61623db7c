package io.candlestream.account;

/// From flat, or a reversal, to flat, or a reversal; resizing in between belongs to it.
///
/// @param side what it gained from
/// @param entryTimeMs open time of the candle of its first fill, UTC epoch milliseconds
/// @param entryPrice volume-weighted average of its entry fills, slippage included
/// @param exitTimeMs open time of the candle of its last fill; of the last candle when still open
/// @param exitPrice volume-weighted average of its exit fills, slippage included; what is still
///   open counts as sold at the last close
/// @param quantity sum of its entry fills, in units of base, greater than 0
/// @param fees what its fills paid; of a fill that reverses, the part of its own quantity
/// @param profit all its cash flows, what was paid to borrow among them, less its fees, in units of
///   quote currency
/// @param stillOpen whether it was closed on paper only, at the last close and without costs
public record Trade(
        Side side,
        long entryTimeMs,
        double entryPrice,
        long exitTimeMs,
        double exitPrice,
        double quantity,
        double fees,
        double profit,
        boolean stillOpen) {

    /// Profit as a share of what was traded to enter, 0.01 for one percent.
    public double profitShare() {
        return profit / (entryPrice * quantity);
    }

    /// Tells whether it gained more than it cost.
    public boolean isWon() {
        return profit > 0;
    }
}

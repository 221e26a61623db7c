package io.candlestream.account;

/// How an account trades.
///
/// @param equity what it begins with, in units of quote currency, from 1e-6 to 1e15
/// @param costs what trading costs
/// @param sides whether it may be short
/// @param fill at which price decisions are filled
/// @param stops when positions are closed within a candle
public record AccountConfig(
        double equity, CostModel costs, Sides sides, FillRule fill, StopRule stops) {

    private static final double LEAST_EQUITY = 1e-6;
    private static final double GREATEST_EQUITY = 1e15;

    /// Checks the equity.
    ///
    /// @throws IllegalArgumentException when it is out of range
    public AccountConfig {
        if (!(equity >= LEAST_EQUITY && equity <= GREATEST_EQUITY)) {
            throw new IllegalArgumentException("equity must be from 1e-6 to 1e15, was " + equity);
        }
    }

    /// One that fills at the next open and closes positions by decisions alone.
    ///
    /// @throws IllegalArgumentException when the equity is out of range
    public static AccountConfig of(double equity, CostModel costs, Sides sides) {
        return new AccountConfig(equity, costs, sides, FillRule.NEXT_OPEN, StopRule.NONE);
    }
}

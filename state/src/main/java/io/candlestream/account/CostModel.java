package io.candlestream.account;

/// What trading costs: a share of the price in slippage, and a share of what is traded as a fee, at
/// every fill.
///
/// ```
/// fill price = price * (1 + side * slippageBps / 10,000)      side: 1 to buy, -1 to sell
/// fee        = feeBps / 10,000 * |quantity| * fill price
/// ```
///
/// @param feeBps basis points of what is traded, from 0 to 5,000
/// @param slippageBps basis points of the price, from 0 to 5,000
public record CostModel(double feeBps, double slippageBps) {

    /// Trading that costs nothing.
    public static final CostModel FREE = new CostModel(0, 0);

    private static final double HIGHEST_BPS = 5_000;
    private static final double BPS = 10_000;

    /// Checks both shares.
    ///
    /// @throws IllegalArgumentException when one is out of range
    public CostModel {
        check("fee", feeBps);
        check("slippage", slippageBps);
    }

    /// What is paid or got for one unit.
    ///
    /// @param price the market's
    /// @param side 1 to buy, -1 to sell
    double fillPrice(double price, int side) {
        return price * (1 + side * slippageBps / BPS);
    }

    /// @param traded absolute quantity times fill price
    double fee(double traded) {
        return feeBps / BPS * traded;
    }

    private static void check(String name, double bps) {
        if (!(bps >= 0 && bps <= HIGHEST_BPS)) {
            throw new IllegalArgumentException(
                    name + " must be from 0 to 5000 basis points, was " + bps);
        }
    }
}

package io.candlestream.account;

/// What trading costs: a worse price and a fee at every fill, and what is borrowed to be short.
///
/// ```
/// share      = (slippageBps + spreadBps / 2) / 10,000 + rangeShare (high - low) / price       at most 0.99
/// fill price = price * (1 + side * share)                    side: 1 to buy, -1 to sell
/// fee        = feeBps / 10,000 * |quantity| * fill price     makerFeeBps of a profit that is taken
/// borrow     = borrowBps / 10,000 * |quantity| * close * (time since the open before) / 365 days
/// ```
///
/// High and low are those of the candle of the fill: a market that moves is dear to trade in. A
/// decision and a stop loss are market orders and pay the taker's fee. A profit is taken by an
/// order that waits, and pays the maker's; its price is worse like that of any fill, because not
/// every order is filled at a price that was only touched. What is short pays for borrowing at
/// every close.
///
/// @param feeBps basis points of what is traded, from 0 to 5,000
/// @param makerFeeBps the same of a profit that is taken, from -5,000, a rebate, to 5,000
/// @param slippageBps basis points of the price, from 0 to 5,000
/// @param rangeShare share of the candle's range, from 0 to 1
/// @param spreadBps from bid to ask, of which a fill pays half, basis points of the price, from 0
///   to 5,000
/// @param borrowBps basis points a year of what is short, from 0 to 100,000
public record CostModel(
        double feeBps,
        double makerFeeBps,
        double slippageBps,
        double rangeShare,
        double spreadBps,
        double borrowBps) {

    /// Trading that costs nothing.
    public static final CostModel FREE = new CostModel(0, 0);

    private static final double HIGHEST_BPS = 5_000;
    private static final double HIGHEST_BORROW_BPS = 100_000;
    private static final double BPS = 10_000;
    private static final double YEAR_MS = 365.0 * 86_400_000;
    private static final double WORST = 0.99;

    /// Checks every share.
    ///
    /// @throws IllegalArgumentException when one is out of range
    public CostModel {
        check("fee", feeBps, 0, HIGHEST_BPS);
        check("maker fee", makerFeeBps, -HIGHEST_BPS, HIGHEST_BPS);
        check("slippage", slippageBps, 0, HIGHEST_BPS);
        check("spread", spreadBps, 0, HIGHEST_BPS);
        check("borrow", borrowBps, 0, HIGHEST_BORROW_BPS);
        if (!(rangeShare >= 0 && rangeShare <= 1)) {
            throw new IllegalArgumentException(
                    "range share must be from 0 to 1, was " + rangeShare);
        }
    }

    /// One fee, one slippage and nothing else.
    ///
    /// @param feeBps basis points of what is traded, from 0 to 5,000
    /// @param slippageBps basis points of the price, from 0 to 5,000
    /// @throws IllegalArgumentException when one is out of range
    public CostModel(double feeBps, double slippageBps) {
        this(feeBps, feeBps, slippageBps, 0, 0, 0);
    }

    /// What is paid or got for one unit.
    ///
    /// @param price the market's
    /// @param side 1 to buy, -1 to sell
    /// @param range highest less lowest price of the candle
    double fillPrice(double price, int side, double range) {
        if (spreadBps == 0 && rangeShare == 0) {
            return price * (1 + side * slippageBps / BPS);
        }
        double share = (slippageBps + spreadBps / 2) / BPS + rangeShare * range / price;
        return price * (1 + side * Math.min(WORST, share));
    }

    /// @param traded absolute quantity times fill price
    /// @param isMaker whether the order waited for its price
    double fee(double traded, boolean isMaker) {
        return (isMaker ? makerFeeBps : feeBps) / BPS * traded;
    }

    /// The part of the spread in what fills cost.
    ///
    /// @param traded absolute quantity times the market's price
    double spread(double traded) {
        return spreadBps / 2 / BPS * traded;
    }

    /// @param shorted absolute quantity times close
    /// @param passedMs since the open before
    double borrow(double shorted, long passedMs) {
        return borrowBps / BPS * shorted * (passedMs / YEAR_MS);
    }

    private static void check(String name, double bps, double lowest, double highest) {
        if (!(bps >= lowest && bps <= highest)) {
            throw new IllegalArgumentException(
                    "%s must be from %d to %d basis points, was %s"
                            .formatted(name, (long) lowest, (long) highest, bps));
        }
    }
}

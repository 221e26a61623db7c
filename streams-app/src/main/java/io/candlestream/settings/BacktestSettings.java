package io.candlestream.settings;

import io.candlestream.account.AccountConfig;
import io.candlestream.account.CostModel;
import io.candlestream.account.FillRule;
import io.candlestream.account.Sides;
import io.candlestream.account.StopRule;
import java.util.List;
import java.util.Locale;

/// How an account trades when history is replayed, keys `backtest.*`.
///
/// @param feeBps what a fill costs, basis points of what is traded, from 0 to 5,000
/// @param slippageBps by how much its price is worse, basis points, from 0 to 5,000
/// @param equity what the account begins with, in units of quote currency, from 1e-6 to 1e15
/// @param sides `long` or `long_short`
/// @param fill `next_open` or `same_close`
/// @param stopLossBps loss at which a position is closed within a candle, basis points of its entry
///   price, from 0, never, to 1e9
/// @param takeProfitBps profit at which it is, likewise
public record BacktestSettings(
        double feeBps,
        double slippageBps,
        double equity,
        String sides,
        String fill,
        double stopLossBps,
        double takeProfitBps) {

    private static final double HIGHEST_COST_BPS = 5_000;
    private static final double FARTHEST_STOP_BPS = 1e9;

    /// Checks every value.
    ///
    /// @throws SettingsException when one is out of range
    public BacktestSettings {
        Range.check("backtest.fee-bps", feeBps, 0.0, HIGHEST_COST_BPS);
        Range.check("backtest.slippage-bps", slippageBps, 0.0, HIGHEST_COST_BPS);
        Range.check("backtest.equity", equity, 1e-6, 1e15);
        Range.checkWord("backtest.sides", sides, List.of("long", "long_short"));
        Range.checkWord("backtest.fill", fill, List.of("next_open", "same_close"));
        Range.check("backtest.stop-loss-bps", stopLossBps, 0.0, FARTHEST_STOP_BPS);
        Range.check("backtest.take-profit-bps", takeProfitBps, 0.0, FARTHEST_STOP_BPS);
    }

    /// The same for the account itself.
    public AccountConfig account() {
        return new AccountConfig(
                equity,
                new CostModel(feeBps, slippageBps),
                Sides.valueOf(sides.toUpperCase(Locale.ROOT)),
                FillRule.valueOf(fill.toUpperCase(Locale.ROOT)),
                new StopRule(distance(stopLossBps), distance(takeProfitBps)));
    }

    private static double distance(double bps) {
        return bps == 0 ? Double.POSITIVE_INFINITY : bps;
    }
}

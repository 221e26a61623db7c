package io.candlestream.settings;

import io.candlestream.account.AccountConfig;
import io.candlestream.account.CostModel;
import io.candlestream.account.FillRule;
import io.candlestream.account.PositionRule;
import io.candlestream.account.Sides;
import io.candlestream.account.SizeRule;
import io.candlestream.account.StopRule;
import io.candlestream.evaluation.Span;
import io.candlestream.evaluation.WalkForwardPlan;
import java.util.List;
import java.util.Locale;

/// How history is walked through and how an account trades then, keys `backtest.*`.
///
/// @param train length of the training window, candles or time, as [Span] reads it
/// @param test length of the test window
/// @param step from one fold to the next, or `test` for as long as the test window
/// @param embargo between what is learned and the test window, beyond the horizon
/// @param anchored whether every training window begins with the first
/// @param overlap whether test windows may overlap
/// @param online whether models go on learning in the test window
/// @param buy score from which long, from 0 to 1, above `sell`
/// @param sell score down to which short or flat
/// @param hysteresis by how much a score must fall behind its threshold to end a position
/// @param minHolding closes before a position may be left, from 0 to 1,000,000,000
/// @param size `full`, `confidence` or `kelly`
/// @param sizeCap the most that a position takes, from 0.000001 to 1
/// @param kellyFraction of what Kelly's rule asks for, from 0.000001 to 1
/// @param kellyPayoff mean profit over mean loss, from 0.000001 to 1,000
/// @param seed of resamples and random traders
/// @param feeBps what a fill costs, basis points of what is traded, from 0 to 5,000
/// @param makerFeeBps what taking a profit costs, likewise and from -5,000, or `fee` for as much
/// @param slippageBps by how much its price is worse, basis points, from 0 to 5,000
/// @param slippageRange the same as a share of its candle's range, from 0 to 1
/// @param spreadBps from bid to ask, of which a fill pays half, basis points, from 0 to 5,000
/// @param borrowBps what is short costs a year, basis points, from 0 to 100,000
/// @param equity what the account begins with, in units of quote currency, from 1e-6 to 1e15
/// @param sides `long` or `long_short`
/// @param fill `next_open` or `same_close`
/// @param stopLossBps loss at which a position is closed within a candle, basis points of its entry
///   price, from 0, never, to 1e9
/// @param takeProfitBps profit at which it is, likewise
public record BacktestSettings(
        String train,
        String test,
        String step,
        String embargo,
        boolean anchored,
        boolean overlap,
        boolean online,
        double buy,
        double sell,
        double hysteresis,
        int minHolding,
        String size,
        double sizeCap,
        double kellyFraction,
        double kellyPayoff,
        long seed,
        double feeBps,
        String makerFeeBps,
        double slippageBps,
        double slippageRange,
        double spreadBps,
        double borrowBps,
        double equity,
        String sides,
        String fill,
        double stopLossBps,
        double takeProfitBps) {

    /// The step that is as long as the test window.
    private static final String SAME = "test";

    /// The maker's fee that is the taker's.
    private static final String TAKER = "fee";

    private static final double HIGHEST_COST_BPS = 5_000;
    private static final double HIGHEST_BORROW_BPS = 100_000;
    private static final double LEAST_SIZE = 1e-6;
    private static final int BILLION = 1_000_000_000;
    private static final double FARTHEST_STOP_BPS = 1e9;

    /// Checks every value.
    ///
    /// @throws SettingsException when one is out of range
    public BacktestSettings {
        Range.check("backtest.buy", buy, 0.0, 1.0);
        Range.check("backtest.sell", sell, 0.0, 1.0);
        Range.check("backtest.hysteresis", hysteresis, 0.0, 1.0);
        Range.check("backtest.min-holding", minHolding, 0, BILLION);
        Range.checkWord("backtest.size", size, List.of("full", "confidence", "kelly"));
        Range.check("backtest.size-cap", sizeCap, LEAST_SIZE, 1.0);
        Range.check("backtest.kelly-fraction", kellyFraction, LEAST_SIZE, 1.0);
        Range.check("backtest.kelly-payoff", kellyPayoff, LEAST_SIZE, 1_000.0);
        if (sell >= buy) {
            throw new SettingsException(
                    "backtest.sell must be below backtest.buy, were " + sell + " and " + buy);
        }
        span("train", train);
        span("test", test);
        span("step", step.strip().equals(SAME) ? test : step);
        span("embargo", embargo);
        Range.check("backtest.fee-bps", feeBps, 0.0, HIGHEST_COST_BPS);
        Range.check("backtest.slippage-bps", slippageBps, 0.0, HIGHEST_COST_BPS);
        Range.check("backtest.slippage-range", slippageRange, 0.0, 1.0);
        Range.check("backtest.spread-bps", spreadBps, 0.0, HIGHEST_COST_BPS);
        Range.check("backtest.borrow-bps", borrowBps, 0.0, HIGHEST_BORROW_BPS);
        Range.check(
                "backtest.maker-fee-bps",
                makerFee(makerFeeBps, feeBps),
                -HIGHEST_COST_BPS,
                HIGHEST_COST_BPS);
        Range.check("backtest.equity", equity, 1e-6, 1e15);
        Range.checkWord("backtest.sides", sides, List.of("long", "long_short"));
        Range.checkWord("backtest.fill", fill, List.of("next_open", "same_close"));
        Range.check("backtest.stop-loss-bps", stopLossBps, 0.0, FARTHEST_STOP_BPS);
        Range.check("backtest.take-profit-bps", takeProfitBps, 0.0, FARTHEST_STOP_BPS);
    }

    /// The same for the folds.
    ///
    /// @throws SettingsException when lengths that are fine alone do not go together
    public WalkForwardPlan plan() {
        Span tested = span("test", test);
        try {
            return new WalkForwardPlan(
                    span("train", train),
                    tested,
                    step.strip().equals(SAME) ? tested : span("step", step),
                    span("embargo", embargo),
                    anchored,
                    overlap);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("backtest: " + e.getMessage());
        }
    }

    /// The same for what makes positions of predictions.
    public PositionRule positions() {
        return new PositionRule(
                buy,
                sell,
                hysteresis,
                minHolding,
                new SizeRule(
                        SizeRule.Kind.valueOf(size.toUpperCase(Locale.ROOT)),
                        kellyFraction,
                        kellyPayoff,
                        sizeCap));
    }

    /// The same for the account itself.
    public AccountConfig account() {
        return new AccountConfig(
                equity,
                new CostModel(
                        feeBps,
                        makerFee(makerFeeBps, feeBps),
                        slippageBps,
                        slippageRange,
                        spreadBps,
                        borrowBps),
                Sides.valueOf(sides.toUpperCase(Locale.ROOT)),
                FillRule.valueOf(fill.toUpperCase(Locale.ROOT)),
                new StopRule(distance(stopLossBps), distance(takeProfitBps)));
    }

    private static double distance(double bps) {
        return bps == 0 ? Double.POSITIVE_INFINITY : bps;
    }

    private static double makerFee(String text, double feeBps) {
        try {
            return text.strip().equals(TAKER) ? feeBps : Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw new SettingsException(
                    "backtest.maker-fee-bps must be a number or fee, was \"" + text + '"');
        }
    }

    private static Span span(String key, String text) {
        try {
            return Span.parse(text);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("backtest." + key + ": " + e.getMessage());
        }
    }
}

package io.candlestream.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How an account trades: short forms of the settings `backtest.*`.
final class AccountOptions {

    @Option(
            names = "--fee-bps",
            paramLabel = "BPS",
            description = "Fee of a fill; short for --set backtest.fee-bps=BPS.")
    private @Nullable String feeBps;

    @Option(
            names = "--slippage-bps",
            paramLabel = "BPS",
            description =
                    "By how much the price of a fill is worse; short for --set"
                            + " backtest.slippage-bps=BPS.")
    private @Nullable String slippageBps;

    @Option(
            names = "--maker-fee-bps",
            paramLabel = "BPS",
            description =
                    "Fee where a profit is taken, or fee; short for"
                            + " --set backtest.maker-fee-bps=BPS.")
    private @Nullable String makerFeeBps;

    @Option(
            names = "--slippage-range",
            paramLabel = "SHARE",
            description =
                    "Worse by this share of the candle's range as well; short for"
                            + " --set backtest.slippage-range=SHARE.")
    private @Nullable String slippageRange;

    @Option(
            names = "--spread-bps",
            paramLabel = "BPS",
            description =
                    "From bid to ask; a fill pays half; short for"
                            + " --set backtest.spread-bps=BPS.")
    private @Nullable String spreadBps;

    @Option(
            names = "--borrow-bps",
            paramLabel = "BPS",
            description =
                    "What is short costs a year; short for" + " --set backtest.borrow-bps=BPS.")
    private @Nullable String borrowBps;

    @Option(
            names = "--equity",
            paramLabel = "AMOUNT",
            description = "What an account begins with; short for --set backtest.equity=AMOUNT.")
    private @Nullable String equity;

    @Option(
            names = "--sides",
            paramLabel = "SIDES",
            description =
                    "long, where a negative target is flat, or long_short; short for --set"
                            + " backtest.sides=SIDES.")
    private @Nullable String sides;

    @Option(
            names = "--fill",
            paramLabel = "RULE",
            description =
                    "next_open, or same_close, which is optimistic; short for --set"
                            + " backtest.fill=RULE.")
    private @Nullable String fill;

    @Option(
            names = "--stop-loss-bps",
            paramLabel = "BPS",
            description =
                    "Loss at which a position is closed within a candle; short for --set"
                            + " backtest.stop-loss-bps=BPS.")
    private @Nullable String stopLossBps;

    @Option(
            names = "--take-profit-bps",
            paramLabel = "BPS",
            description =
                    "Profit at which it is; a candle that reached both made the loss; short for"
                            + " --set backtest.take-profit-bps=BPS.")
    private @Nullable String takeProfitBps;

    /// @return what was given, each `key=value`
    List<String> overrides() {
        List<String> overrides = new ArrayList<>();
        add(overrides, "fee-bps", feeBps);
        add(overrides, "slippage-bps", slippageBps);
        add(overrides, "maker-fee-bps", makerFeeBps);
        add(overrides, "slippage-range", slippageRange);
        add(overrides, "spread-bps", spreadBps);
        add(overrides, "borrow-bps", borrowBps);
        add(overrides, "equity", equity);
        add(overrides, "sides", sides);
        add(overrides, "fill", fill);
        add(overrides, "stop-loss-bps", stopLossBps);
        add(overrides, "take-profit-bps", takeProfitBps);
        return overrides;
    }

    private static void add(List<String> overrides, String key, @Nullable String value) {
        if (value != null) {
            overrides.add("backtest." + key + '=' + value);
        }
    }
}

package io.candlestream.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How history is walked through: short forms of the settings `backtest.*`.
final class WalkForwardOptions {

    @Option(
            names = "--train",
            paramLabel = "LENGTH",
            description =
                    "Training window, as candles (5000) or time (365d); short for"
                            + " --set backtest.train=LENGTH.")
    private @Nullable String train;

    @Option(
            names = "--test",
            paramLabel = "LENGTH",
            description =
                    "Test window behind it, in the same unit; short for --set"
                            + " backtest.test=LENGTH.")
    private @Nullable String test;

    @Option(
            names = "--step",
            paramLabel = "LENGTH",
            description =
                    "From one fold to the next, or test; short for --set"
                            + " backtest.step=LENGTH.")
    private @Nullable String step;

    @Option(
            names = "--embargo",
            paramLabel = "LENGTH",
            description =
                    "Between what is learned and the test window, beyond the"
                            + " horizon; short for --set backtest.embargo=LENGTH.")
    private @Nullable String embargo;

    @Option(
            names = "--buy",
            paramLabel = "SCORE",
            description =
                    "p(up) / (p(up) + p(down)) from which long; short for --set"
                            + " backtest.buy=SCORE.")
    private @Nullable String buy;

    @Option(
            names = "--sell",
            paramLabel = "SCORE",
            description =
                    "The same down to which short, or flat; short for --set"
                            + " backtest.sell=SCORE.")
    private @Nullable String sell;

    @Option(
            names = "--hysteresis",
            paramLabel = "SCORE",
            description =
                    "By how much the score must fall behind its threshold to leave"
                            + " a position; short for --set backtest.hysteresis=SCORE.")
    private @Nullable String hysteresis;

    @Option(
            names = "--min-holding",
            paramLabel = "CANDLES",
            description =
                    "Closes before a position may be left; short for --set"
                            + " backtest.min-holding=CANDLES.")
    private @Nullable String minHolding;

    @Option(
            names = "--size",
            paramLabel = "RULE",
            description =
                    "full, confidence or kelly, of the equity a position takes; short for"
                            + " --set backtest.size=RULE.")
    private @Nullable String size;

    @Option(
            names = "--size-cap",
            paramLabel = "SHARE",
            description = "The most it takes; short for" + " --set backtest.size-cap=SHARE.")
    private @Nullable String sizeCap;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description =
                    "Of resamples and random traders; short for --set" + " backtest.seed=NUMBER.")
    private @Nullable String seed;

    @Option(
            names = "--anchored",
            description =
                    "Every training window begins with the first; short for --set"
                            + " backtest.anchored=true.")
    private boolean isAnchored;

    @Option(
            names = "--overlap",
            description =
                    "Test windows may overlap; a candle counts once; short for"
                            + " --set backtest.overlap=true.")
    private boolean mayOverlap;

    @Option(
            names = "--online",
            description =
                    "Learn on in the test window, as labels mature; short for"
                            + " --set backtest.online=true.")
    private boolean isOnline;

    /// @return what was given, each `key=value`
    List<String> overrides() {
        List<String> overrides = new ArrayList<>();
        add(overrides, "train", train);
        add(overrides, "test", test);
        add(overrides, "step", step);
        add(overrides, "embargo", embargo);
        add(overrides, "buy", buy);
        add(overrides, "sell", sell);
        add(overrides, "hysteresis", hysteresis);
        add(overrides, "min-holding", minHolding);
        add(overrides, "size", size);
        add(overrides, "size-cap", sizeCap);
        add(overrides, "seed", seed);
        add(overrides, "anchored", isAnchored ? "true" : null);
        add(overrides, "overlap", mayOverlap ? "true" : null);
        add(overrides, "online", isOnline ? "true" : null);
        return overrides;
    }

    private static void add(List<String> overrides, String key, @Nullable String value) {
        if (value != null) {
            overrides.add("backtest." + key + '=' + value);
        }
    }
}

package io.candlestream.feature;

import io.candlestream.indicator.Extreme;
import io.candlestream.indicator.HeldRatio;
import io.candlestream.indicator.Node;
import io.candlestream.indicator.ParabolicSar;
import java.util.List;

/// Whether there is a trend, which way it goes, and how strong it is.
final class DirectionalMovement {

    private static final String WILDER =
            "J. W. Wilder, New Concepts in Technical Trading Systems, 1978; TA-Lib 0.4.0, ";

    private DirectionalMovement() {}

    static List<Definition> definitions() {
        return List.of(
                Definition.of(
                        "plus_di",
                        Category.STRUCTURE,
                        "Directional indicator: upward movement in per cent of true range, from 0 to"
                                + " 100.",
                        "100 smma(up, period) / smma(true_range, period), up = high - high[1] where"
                                + " that is above 0 and above low[1] - low",
                        WILDER + "TA_PLUS_DI",
                        List.of(Parameter.period(14)),
                        (graph, arguments) -> indicator(graph, true, arguments.period())),
                Definition.of(
                        "minus_di",
                        Category.STRUCTURE,
                        "Directional indicator: downward movement in per cent of true range, from 0"
                                + " to 100.",
                        "100 smma(down, period) / smma(true_range, period), down = low[1] - low where"
                                + " that is above 0 and above high - high[1]",
                        WILDER + "TA_MINUS_DI",
                        List.of(Parameter.period(14)),
                        (graph, arguments) -> indicator(graph, false, arguments.period())),
                Definition.of(
                        "dx",
                        Category.STRUCTURE,
                        "Directional index: how one-sided movement is, from 0 to 100; kept while"
                                + " there is none.",
                        "100 |plus_di - minus_di| / (plus_di + minus_di)",
                        WILDER + "TA_DX",
                        List.of(Parameter.period(14)),
                        (graph, arguments) -> index(graph, arguments.period())),
                Definition.of(
                        "adx",
                        Category.STRUCTURE,
                        "Average directional index: how strong the trend is, either way, from 0 to"
                                + " 100.",
                        "smma(dx(period), period)",
                        WILDER + "TA_ADX",
                        List.of(Parameter.period(14)),
                        (graph, arguments) -> averageIndex(graph, arguments.period())),
                Definition.of(
                        "adxr",
                        Category.STRUCTURE,
                        "Average directional index, rated: its mean with what it was before, from 0"
                                + " to 100.",
                        "(adx(period) + adx(period)[period - 1]) / 2",
                        WILDER + "TA_ADXR",
                        List.of(Parameter.period("period", 14, 2)),
                        DirectionalMovement::ratedIndex),
                new Definition(
                        "aroon",
                        Category.STRUCTURE,
                        "How recent the highest high (up) and the lowest low (down) are, from 0 to"
                                + " 100, and the one less the other (oscillator), from -100 to 100.",
                        "up = 100 (period - candles since highest(high, period + 1)) / period; down"
                                + " likewise; oscillator = up - down",
                        "T. S. Chande, Technical Analysis of Stocks and Commodities 13 (1995); TA-Lib"
                                + " 0.4.0, TA_AROON, TA_AROONOSC",
                        // one candle less than the longest window: it has period + 1 candles
                        List.of(new Parameter.Whole("period", "25", 1, 9_999)),
                        List.of("down", "up", "oscillator"),
                        DirectionalMovement::aroon),
                new Definition(
                        "vortex",
                        Category.STRUCTURE,
                        "Upward (plus) and downward (minus) reach as shares of true range, about 1; 0"
                                + " when nothing moves.",
                        "plus = sum(|high - low[1]|, period) / sum(true_range, period); minus ="
                                + " sum(|low - high[1]|, period) / sum(true_range, period)",
                        "E. Botes, D. Siepman, Technical Analysis of Stocks and Commodities 28 (2010)",
                        List.of(Parameter.period(14)),
                        List.of("plus", "minus"),
                        DirectionalMovement::vortex),
                Definition.of(
                        "choppiness",
                        Category.STRUCTURE,
                        "How much of its way the price took back: near 100 sideways, towards 0 in a"
                                + " straight trend; 100 when there is no range.",
                        "100 log10(sum(true_range, period) / (highest(high) - lowest(low))) /"
                                + " log10(period)",
                        "E. W. Dreiss, the choppiness index, 1993",
                        List.of(Parameter.period("period", 14, 2)),
                        DirectionalMovement::choppiness),
                Definition.of(
                        "mass_index",
                        Category.VOLATILITY,
                        "Whether ranges have widened: a sum of as many ratios as there are candles,"
                                + " each about 1.",
                        "sum(ema(high - low, smoothing) / ema(ema(high - low, smoothing), smoothing),"
                                + " period), a ratio being 1 when there is no range",
                        "D. Dorsey, Technical Analysis of Stocks and Commodities 10 (1992)",
                        List.of(Parameter.period("smoothing", 9, 1), Parameter.period(25)),
                        DirectionalMovement::massIndex),
                Definition.of(
                        "sar",
                        Category.TREND,
                        "Parabolic stop and reverse, in the unit of the price: below it in an upward"
                                + " trend, above it in a downward one.",
                        "sar <- sar + factor (extreme - sar); factor grows by step with every new"
                                + " extreme, at most to most",
                        WILDER + "TA_SAR",
                        List.of(
                                Parameter.decimal("step", "0.02", 0, 1),
                                Parameter.decimal("most", "0.2", 0, 1)),
                        DirectionalMovement::parabolic));
    }

    private static Node indicator(GraphBuilder graph, boolean upward, int period) {
        return graph.percentage(
                graph.wilder(upward ? upward(graph) : downward(graph), period),
                graph.wilder(PriceNodes.trueRange(graph), period));
    }

    private static Node upward(GraphBuilder graph) {
        return larger(graph, rise(graph), fall(graph));
    }

    private static Node downward(GraphBuilder graph) {
        return larger(graph, fall(graph), rise(graph));
    }

    private static Node rise(GraphBuilder graph) {
        return graph.change(graph.high(), 1);
    }

    private static Node fall(GraphBuilder graph) {
        return graph.difference(graph.lag(graph.low(), 1), graph.low());
    }

    /// A number where it is above 0 and above the other, else 0.
    private static Node larger(GraphBuilder graph, Node of, Node other) {
        return graph.derived("larger", (o, ot) -> o > 0 && o > ot ? o : 0, of, other);
    }

    private static Node index(GraphBuilder graph, int period) {
        Node plus = indicator(graph, true, period);
        Node minus = indicator(graph, false, period);
        Node gap =
                graph.derived("distance_in_per_cent", (p, m) -> 100 * Math.abs(p - m), plus, minus);
        Node both = graph.total(plus, minus);
        return graph.node("held_ratio", () -> new HeldRatio(gap, both), gap, both);
    }

    private static Node averageIndex(GraphBuilder graph, int period) {
        return graph.wilder(index(graph, period), period);
    }

    private static Node ratedIndex(GraphBuilder graph, Arguments arguments) {
        Node index = averageIndex(graph, arguments.period());
        Node before = graph.lag(index, arguments.period() - 1);
        return graph.derived("mean_of_2", (i, b) -> (i + b) / 2, index, before);
    }

    private static Node aroon(GraphBuilder graph, Arguments arguments, String output) {
        int period = arguments.period();
        Node up = recency(graph, graph.highest(graph.high(), period + 1), period);
        Node down = recency(graph, graph.lowest(graph.low(), period + 1), period);
        return switch (output) {
            case "down" -> down;
            case "up" -> up;
            default -> graph.difference(up, down);
        };
    }

    private static Node recency(GraphBuilder graph, Extreme extreme, int period) {
        return graph.derived("recency", () -> 100.0 * (period - extreme.age()) / period, extreme);
    }

    private static Node vortex(GraphBuilder graph, Arguments arguments, String output) {
        boolean plus = output.equals("plus");
        Node near = plus ? graph.high() : graph.low();
        Node far = graph.lag(plus ? graph.low() : graph.high(), 1);
        Node reach = graph.derived("distance", (n, f) -> Math.abs(n - f), near, far);
        return graph.ratio(
                graph.sum(reach, arguments.period()),
                graph.sum(PriceNodes.trueRange(graph), arguments.period()));
    }

    private static Node choppiness(GraphBuilder graph, Arguments arguments) {
        int period = arguments.period();
        double logOfPeriod = StrictMath.log10(period);
        Node way = graph.sum(PriceNodes.trueRange(graph), period);
        Node highest = graph.highest(graph.high(), period);
        Node lowest = graph.lowest(graph.low(), period);
        Node ratio = graph.ratio(way, graph.difference(highest, lowest));
        return graph.derived(
                "choppiness " + period,
                r -> r > 0 ? 100 * StrictMath.log10(r) / logOfPeriod : 100,
                ratio);
    }

    private static Node massIndex(GraphBuilder graph, Arguments arguments) {
        int smoothing = arguments.whole("smoothing");
        Node once = graph.ema(graph.difference(graph.high(), graph.low()), smoothing);
        Node twice = graph.ema(once, smoothing);
        Node ratio = graph.derived("ratio_or_1", (o, t) -> t > 0 ? Ratio.of(o, t) : 1, once, twice);
        return graph.sum(ratio, arguments.period());
    }

    private static Node parabolic(GraphBuilder graph, Arguments arguments) {
        double step = arguments.decimal("step");
        double most = arguments.decimal("most");
        return graph.node(
                "sar %s %s".formatted(step, most),
                () -> new ParabolicSar(graph.high(), graph.low(), step, most),
                graph.high(),
                graph.low());
    }
}

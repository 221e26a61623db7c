package io.candlestream.feature;

import io.candlestream.indicator.HeldRatio;
import io.candlestream.indicator.Node;
import java.util.List;

/// How far prices and their averages are from each other.
final class AverageDistances {

    private AverageDistances() {}

    static List<Definition> definitions() {
        return List.of(
                new Definition(
                        "macd",
                        Category.MOMENTUM,
                        "Moving average convergence divergence: a fast average above a slow one, its"
                                + " average, and the one above the other, in the source's unit.",
                        "line = ema(x, fast) - ema(x, slow); signal = ema(line, signal); histogram ="
                                + " line - signal",
                        "G. Appel, Technical Analysis: Power Tools for Active Investors, 2005;"
                                + " TA-Lib 0.4.0, TA_MACD",
                        List.of(
                                Parameter.source(),
                                Parameter.period("fast", 12, 1),
                                Parameter.period("slow", 26, 2),
                                Parameter.period("signal", 9, 1)),
                        List.of("line", "signal", "histogram"),
                        AverageDistances::macd),
                Definition.of(
                        "apo",
                        Category.MOMENTUM,
                        "Absolute price oscillator: a fast average above a slow one, in the source's"
                                + " unit.",
                        "ema(x, fast) - ema(x, slow)",
                        "TA-Lib 0.4.0, TA_APO with exponential averages",
                        List.of(
                                Parameter.source(),
                                Parameter.period("fast", 12, 1),
                                Parameter.period("slow", 26, 2)),
                        AverageDistances::line),
                Definition.of(
                        "ppo",
                        Category.MOMENTUM,
                        "Percentage price oscillator: a fast average above a slow one, in per cent"
                                + " of the slow one.",
                        "100 (ema(x, fast) - ema(x, slow)) / ema(x, slow)",
                        "TA-Lib 0.4.0, TA_PPO with exponential averages",
                        List.of(
                                Parameter.source(),
                                Parameter.period("fast", 12, 1),
                                Parameter.period("slow", 26, 2)),
                        AverageDistances::percentage),
                Definition.of(
                        "sma_distance",
                        Category.TREND,
                        "How far the source is above its plain mean, as a share of the mean.",
                        "x / sma(x, period) - 1",
                        "the moving average",
                        List.of(Parameter.source(), Parameter.period(20)),
                        (graph, arguments) ->
                                distance(
                                        graph,
                                        arguments.source(),
                                        graph.sma(arguments.source(), arguments.period()))),
                Definition.of(
                        "ema_distance",
                        Category.TREND,
                        "How far the source is above its exponential average, as a share of the"
                                + " average.",
                        "x / ema(x, period) - 1",
                        "the moving average",
                        List.of(Parameter.source(), Parameter.period(20)),
                        (graph, arguments) ->
                                distance(
                                        graph,
                                        arguments.source(),
                                        graph.ema(arguments.source(), arguments.period()))),
                Definition.of(
                        "dpo",
                        Category.MOMENTUM,
                        "Detrended price oscillator: the source above its earlier mean, in its unit.",
                        "x - sma(x, period)[floor(period / 2) + 1]",
                        "W. Blau, Momentum, Direction and Divergence, 1995; not shifted into the"
                                + " past, as in ta4j",
                        List.of(Parameter.source(), Parameter.period(20)),
                        AverageDistances::detrended),
                Definition.of(
                        "awesome_oscillator",
                        Category.MOMENTUM,
                        "Fast mean of the middle prices above a slow one, in the unit of the price.",
                        "sma((high + low) / 2, fast) - sma((high + low) / 2, slow)",
                        "B. Williams, New Trading Dimensions, 1998",
                        List.of(Parameter.period("fast", 5, 1), Parameter.period("slow", 34, 2)),
                        AverageDistances::awesome),
                Definition.of(
                        "accelerator",
                        Category.MOMENTUM,
                        "Awesome oscillator above its own mean, in the unit of the price.",
                        "ao - sma(ao, period), ao = awesome_oscillator(fast, slow)",
                        "B. Williams, New Trading Dimensions, 1998",
                        List.of(
                                Parameter.period("fast", 5, 1),
                                Parameter.period("slow", 34, 2),
                                Parameter.period(5)),
                        AverageDistances::accelerator),
                Definition.of(
                        "pretty_good_oscillator",
                        Category.MOMENTUM,
                        "How far the close is above its mean, in average true ranges; 0 when nothing"
                                + " moves.",
                        "(close - sma(close, period)) / ema(true_range, period)",
                        "M. Johnson, the pretty good oscillator",
                        List.of(Parameter.period(14)),
                        AverageDistances::prettyGood),
                new Definition(
                        "elder_ray",
                        Category.MOMENTUM,
                        "Bull power, the high above the average close, and bear power, the low above"
                                + " it, in the unit of the price.",
                        "bull = high - ema(close, period); bear = low - ema(close, period)",
                        "A. Elder, Trading for a Living, 1993",
                        List.of(Parameter.period(13)),
                        List.of("bull", "bear"),
                        (graph, arguments, output) ->
                                graph.difference(
                                        output.equals("bull") ? graph.high() : graph.low(),
                                        graph.ema(graph.close(), arguments.period()))),
                Definition.of(
                        "schaff_trend_cycle",
                        Category.MOMENTUM,
                        "Where an average's distance stands in its own cycle, smoothed twice, from 0"
                                + " to 100.",
                        "k = 100 * (line - lowest) / (highest - lowest), line = ema(x, fast) - ema(x,"
                                + " slow); s <- (s + k) / 2; the same once more over s",
                        "D. Schaff, The Schaff trend cycle, 1999",
                        List.of(
                                Parameter.source(),
                                Parameter.period("fast", 23, 1),
                                Parameter.period("slow", 50, 2),
                                Parameter.period("cycle", 10, 1)),
                        AverageDistances::schaff));
    }

    private static Node macd(GraphBuilder graph, Arguments arguments, String output) {
        Node line = line(graph, arguments);
        if (output.equals("line")) {
            return line;
        }
        Node signal = graph.ema(line, arguments.whole("signal"));
        return output.equals("signal") ? signal : graph.difference(line, signal);
    }

    private static Node line(GraphBuilder graph, Arguments arguments) {
        checkFaster(arguments);
        Node source = arguments.source();
        return graph.difference(
                graph.ema(source, arguments.whole("fast")),
                graph.ema(source, arguments.whole("slow")));
    }

    private static Node percentage(GraphBuilder graph, Arguments arguments) {
        Node line = line(graph, arguments);
        Node slow = graph.ema(arguments.source(), arguments.whole("slow"));
        return graph.percentage(line, slow);
    }

    private static Node distance(GraphBuilder graph, Node source, Node average) {
        return graph.ratio(graph.difference(source, average), average);
    }

    private static Node detrended(GraphBuilder graph, Arguments arguments) {
        int period = arguments.period();
        Node mean = graph.sma(arguments.source(), period);
        return graph.difference(arguments.source(), graph.lag(mean, period / 2 + 1));
    }

    private static Node awesome(GraphBuilder graph, Arguments arguments) {
        checkFaster(arguments);
        Node price = PriceNodes.medianPrice(graph);
        return graph.difference(
                graph.sma(price, arguments.whole("fast")),
                graph.sma(price, arguments.whole("slow")));
    }

    private static Node accelerator(GraphBuilder graph, Arguments arguments) {
        Node awesome = awesome(graph, arguments);
        return graph.difference(awesome, graph.sma(awesome, arguments.period()));
    }

    private static Node prettyGood(GraphBuilder graph, Arguments arguments) {
        Node close = graph.close();
        Node line = graph.difference(close, graph.sma(close, arguments.period()));
        Node range = graph.ema(PriceNodes.trueRange(graph), arguments.period());
        return graph.ratio(line, range);
    }

    private static Node schaff(GraphBuilder graph, Arguments arguments) {
        int cycle = arguments.whole("cycle");
        Node once = smoothPosition(graph, line(graph, arguments), cycle);
        Node twice = smoothPosition(graph, once, cycle);
        return graph.derived("per_cent", t -> 100 * t, twice);
    }

    /// Where a number stands between its extremes, kept while there is no room, and halved with
    /// what it was before.
    private static Node smoothPosition(GraphBuilder graph, Node input, int period) {
        Node lowest = graph.lowest(input, period);
        Node above = graph.difference(input, lowest);
        Node room = graph.difference(graph.highest(input, period), lowest);
        Node position = graph.node("held_ratio", () -> new HeldRatio(above, room), above, room);
        return graph.ema(position, 3);
    }

    private static void checkFaster(Arguments arguments) {
        int fast = arguments.whole("fast");
        int slow = arguments.whole("slow");
        if (fast >= slow) {
            throw new IllegalArgumentException(
                    "fast must be below slow, which is %d, was %d".formatted(slow, fast));
        }
    }
}

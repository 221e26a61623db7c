package io.candlestream.feature;

import io.candlestream.indicator.Moments;
import io.candlestream.indicator.Node;
import java.util.List;

/// Bands around a price.
final class Bands {

    private static final List<String> THREE = List.of("upper", "middle", "lower");

    private Bands() {}

    static List<Definition> definitions() {
        return List.of(bollinger(), keltner(), donchian(), chandelier());
    }

    private static Definition bollinger() {
        return new Definition(
                "bollinger",
                Category.VOLATILITY,
                "Bands of so many deviations around the mean, in the source's unit; percent_b is 0 at"
                        + " the lower band and 1 at the upper one, bandwidth a share of the middle.",
                "middle = mean(source, period), upper and lower = middle ± width deviation;"
                        + " percent_b = (x - lower) / (upper - lower), 0.5 when the bands have no width;"
                        + " bandwidth = (upper - lower) / middle, 0 when the middle is 0",
                "J. Bollinger, Bollinger on Bollinger Bands, 2001; TA-Lib 0.4.0, TA_BBANDS",
                List.of(Parameter.source(), Parameter.period(20), width("2")),
                List.of("upper", "middle", "lower", "percent_b", "bandwidth"),
                Bands::bollinger);
    }

    private static Node bollinger(GraphBuilder graph, Arguments arguments, String output) {
        double width = arguments.decimal("width");
        Moments moments = graph.sma(arguments.source(), arguments.period());
        return switch (output) {
            case "percent_b" ->
                    graph.derived(
                            "percent_b " + width,
                            () -> 0.5 + moments.zScore() / (2 * width),
                            moments);
            case "bandwidth" ->
                    graph.derived(
                            "bandwidth " + width,
                            () -> share(2 * width * moments.deviation(), moments.value()),
                            moments);
            default ->
                    band(
                            graph,
                            moments,
                            graph.deviation(arguments.source(), arguments.period()),
                            width,
                            output);
        };
    }

    private static Definition keltner() {
        return new Definition(
                "keltner",
                Category.VOLATILITY,
                "Bands of so many average true ranges around an average of the close, in the unit of"
                        + " the price.",
                "middle = ema(close, period), upper and lower = middle ± width atr(atr_period)",
                "L. B. Raschke's version of C. W. Keltner, How To Make Money in Commodities, 1960",
                List.of(Parameter.period(20), width("2"), Parameter.period("atr_period", 10, 1)),
                THREE,
                (graph, arguments, output) ->
                        band(
                                graph,
                                graph.ema(graph.close(), arguments.period()),
                                PriceNodes.averageTrueRange(graph, arguments.whole("atr_period")),
                                arguments.decimal("width"),
                                output));
    }

    private static Definition donchian() {
        return new Definition(
                "donchian",
                Category.VOLATILITY,
                "Highest high, lowest low, and their middle, in the unit of the price.",
                "upper = highest(high, period), lower = lowest(low, period),"
                        + " middle = (upper + lower) / 2",
                "R. Donchian, Commodity Year Book, 1957",
                List.of(Parameter.period(20)),
                THREE,
                (graph, arguments, output) -> {
                    int period = arguments.period();
                    return switch (output) {
                        case "upper" -> graph.highest(graph.high(), period);
                        case "lower" -> graph.lowest(graph.low(), period);
                        default -> Extremes.middle(graph, graph.high(), graph.low(), period);
                    };
                });
    }

    private static Definition chandelier() {
        return new Definition(
                "chandelier",
                Category.VOLATILITY,
                "Exits of long and short positions, hung from the highest high and the lowest low, in"
                        + " the unit of the price.",
                "long = highest(high, period) - width atr(period),"
                        + " short = lowest(low, period) + width atr(period)",
                "C. Le Beau, in A. Elder, Come Into My Trading Room, 2002",
                List.of(Parameter.period(22), width("3")),
                List.of("long", "short"),
                (graph, arguments, output) -> {
                    int period = arguments.period();
                    boolean isLong = output.equals("long");
                    return band(
                            graph,
                            isLong
                                    ? graph.highest(graph.high(), period)
                                    : graph.lowest(graph.low(), period),
                            PriceNodes.averageTrueRange(graph, period),
                            arguments.decimal("width"),
                            isLong ? "lower" : "upper");
                });
    }

    private static Parameter width(String byDefault) {
        return Parameter.decimal("width", byDefault, 0.001, 1000);
    }

    private static Node band(
            GraphBuilder graph, Node middle, Node unit, double width, String output) {
        return switch (output) {
            case "upper" -> graph.derived("above " + width, (m, u) -> m + width * u, middle, unit);
            case "lower" -> graph.derived("below " + width, (m, u) -> m - width * u, middle, unit);
            default -> middle;
        };
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}

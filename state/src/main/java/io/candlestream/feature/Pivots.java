package io.candlestream.feature;

import io.candlestream.indicator.LastPivot;
import io.candlestream.indicator.Node;
import io.candlestream.indicator.PreviousDay;
import java.util.List;

/// Prices at which the market turned, and levels drawn from the day before.
final class Pivots {

    private static final String TURNS = "B. M. Williams, Trading Chaos, 1995 (fractals)";

    private Pivots() {}

    static List<Definition> definitions() {
        return List.of(
                pivotHigh(),
                pivotLow(),
                resistanceDistance(),
                supportDistance(),
                swing(),
                classicPivots(),
                classicPivotDistance());
    }

    private static Definition pivotHigh() {
        return Definition.of(
                "pivot_high",
                Category.STRUCTURE,
                "The last high that was above `left` highs before it and not below `right` after it,"
                        + " known `right` candles later; until there is one, the highest high.",
                "high[right] when it is the highest of left + 1 + right highs, else unchanged",
                TURNS,
                List.of(side("left", 5), side("right", 5)),
                (graph, arguments) ->
                        pivotHigh(graph, arguments.whole("left"), arguments.whole("right")));
    }

    private static LastPivot pivotHigh(GraphBuilder graph, int left, int right) {
        Node high = graph.high();
        Node candidate = graph.lag(high, right);
        Node around = graph.highest(high, left + 1 + right);
        Node before = graph.lag(graph.highest(high, left), right + 1);
        return (LastPivot)
                graph.node(
                        "pivot_high",
                        () -> LastPivot.high(candidate, around, before),
                        candidate,
                        around,
                        before);
    }

    private static Definition pivotLow() {
        return Definition.of(
                "pivot_low",
                Category.STRUCTURE,
                "The last low that was below `left` lows before it and not above `right` after it,"
                        + " known `right` candles later; until there is one, the lowest low.",
                "low[right] when it is the lowest of left + 1 + right lows, else unchanged",
                TURNS,
                List.of(side("left", 5), side("right", 5)),
                (graph, arguments) ->
                        pivotLow(graph, arguments.whole("left"), arguments.whole("right")));
    }

    private static LastPivot pivotLow(GraphBuilder graph, int left, int right) {
        Node low = graph.low();
        Node candidate = graph.lag(low, right);
        Node around = graph.lowest(low, left + 1 + right);
        Node before = graph.lag(graph.lowest(low, left), right + 1);
        return (LastPivot)
                graph.node(
                        "pivot_low",
                        () -> LastPivot.low(candidate, around, before),
                        candidate,
                        around,
                        before);
    }

    /// Candles on one side of a pivot.
    private static Parameter side(String name, int byDefault) {
        return new Parameter.Whole(name, Integer.toString(byDefault), 1, 1_000);
    }

    private static Definition resistanceDistance() {
        return Definition.of(
                "resistance_distance",
                Category.STRUCTURE,
                "How far the last pivot high is above the close, as a share of the close; below 0"
                        + " once the close is above it.",
                "(pivot_high(period,period) - close) / close",
                TURNS,
                List.of(side("period", 10)),
                (graph, arguments) ->
                        distance(
                                graph,
                                pivotHigh(graph, arguments.period(), arguments.period()),
                                graph.close()));
    }

    private static Definition supportDistance() {
        return Definition.of(
                "support_distance",
                Category.STRUCTURE,
                "How far the last pivot low is below the close, as a share of the close; below 0"
                        + " once the close is below it.",
                "(close - pivot_low(period,period)) / close",
                TURNS,
                List.of(side("period", 10)),
                (graph, arguments) ->
                        distance(
                                graph,
                                graph.close(),
                                pivotLow(graph, arguments.period(), arguments.period())));
    }

    /// How far one price is above another, as a share of the close.
    private static Node distance(GraphBuilder graph, Node one, Node other) {
        Node close = graph.close();
        return graph.derived(
                "difference over close", (o, ot, c) -> (o - ot) / c, one, other, close);
    }

    private static Definition swing() {
        return new Definition(
                "swing",
                Category.STRUCTURE,
                "Pivot highs, and lows, in a row that were each higher than the one before, below 0 as"
                        + " many that were lower; trend 1 when both rise, -1 when both fall, else 0.",
                """
                high  <- max(high, 0) + 1 at a higher pivot, min(high, 0) - 1 at a lower, 0 at an equal
                low   the same of pivot lows
                trend = 1 when high > 0 and low > 0; -1 when high < 0 and low < 0; else 0
                Pivots have `period` candles on either side.\
                """,
                "C. H. Dow, by R. Rhea, The Dow Theory, 1932",
                List.of(side("period", 5)),
                List.of("high", "low", "trend"),
                Pivots::swing);
    }

    private static Node swing(GraphBuilder graph, Arguments arguments, String output) {
        LastPivot high = pivotHigh(graph, arguments.period(), arguments.period());
        LastPivot low = pivotLow(graph, arguments.period(), arguments.period());
        return switch (output) {
            case "high" -> graph.derived("run", high::run, high);
            case "low" -> graph.derived("run", low::run, low);
            case "trend" ->
                    graph.derived(
                            "common sign of runs",
                            () -> {
                                int highSign = Integer.signum(high.run());
                                return highSign == Integer.signum(low.run()) ? highSign : 0;
                            },
                            high,
                            low);
            default -> throw new IllegalArgumentException("there is no output called " + output);
        };
    }

    private static Definition classicPivots() {
        return new Definition(
                "classic_pivots",
                Category.STRUCTURE,
                "Floor traders' pivot, two resistances and two supports of the last UTC day that is"
                        + " over, in the unit of the price; until there is one, of the day so far.",
                """
                pivot = (high + low + close) / 3          of that day
                r1 = 2 pivot - low                        s1 = 2 pivot - high
                r2 = pivot + (high - low)                 s2 = pivot - (high - low)\
                """,
                "ta4j 0.22.2, PivotPointIndicator and StandardReversalIndicator by day",
                List.of(),
                List.of("pivot", "r1", "s1", "r2", "s2"),
                (graph, _, output) -> classicPivot(graph, output));
    }

    private static Definition classicPivotDistance() {
        return new Definition(
                "classic_pivot_distance",
                Category.STRUCTURE,
                "How far the close is above each level of classic_pivots, as a share of the close.",
                "(close - level) / close",
                "candlestream",
                List.of(),
                List.of("pivot", "r1", "s1", "r2", "s2"),
                (graph, _, output) -> distance(graph, graph.close(), classicPivot(graph, output)));
    }

    private static Node classicPivot(GraphBuilder graph, String output) {
        Node[] inputs = {graph.openTime(), graph.high(), graph.low(), graph.close()};
        PreviousDay day =
                (PreviousDay)
                        graph.node(
                                "previous_day",
                                () ->
                                        new PreviousDay(
                                                graph.openTime(),
                                                graph.high(),
                                                graph.low(),
                                                graph.close()),
                                inputs);
        Node pivot = graph.derived("pivot", () -> (day.high() + day.low() + day.close()) / 3, day);
        return switch (output) {
            case "pivot" -> pivot;
            case "r1" -> graph.derived("r1", () -> 2 * pivot.value() - day.low(), pivot, day);
            case "s1" -> graph.derived("s1", () -> 2 * pivot.value() - day.high(), pivot, day);
            case "r2" ->
                    graph.derived("r2", () -> pivot.value() + (day.high() - day.low()), pivot, day);
            case "s2" ->
                    graph.derived("s2", () -> pivot.value() - (day.high() - day.low()), pivot, day);
            default -> throw new IllegalArgumentException("there is no output called " + output);
        };
    }
}

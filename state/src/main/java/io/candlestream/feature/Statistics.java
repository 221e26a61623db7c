package io.candlestream.feature;

import io.candlestream.indicator.HigherMoments;
import io.candlestream.indicator.LinearRegression;
import io.candlestream.indicator.Node;
import io.candlestream.indicator.SortedWindow;
import java.util.List;

/// Statistics of the last values of one source.
final class Statistics {

    private Statistics() {}

    /// Makes the node of a statistic of the last values of a source.
    @FunctionalInterface
    private interface Window {
        Node over(GraphBuilder graph, Node source, int period);
    }

    static List<Definition> definitions() {
        return List.of(
                statistic(
                        "stddev",
                        "Population standard deviation, in the source's unit, at least 0.",
                        "sqrt(variance(source, period))",
                        "TA-Lib 0.4.0, TA_STDDEV",
                        Parameter.period(20),
                        GraphBuilder::deviation),
                statistic(
                        "variance",
                        "Population variance, in the square of the source's unit, at least 0.",
                        "mean((x - mean(x))^2, period)",
                        "TA-Lib 0.4.0, TA_VAR",
                        Parameter.period(20),
                        GraphBuilder::variance),
                statistic(
                        "zscore",
                        "How many population deviations the source is above its mean.",
                        "(x - mean(x)) / stddev(x, period); 0 when the deviation is 0",
                        "the definition",
                        Parameter.period(20),
                        GraphBuilder::zScore),
                statistic(
                        "skewness",
                        "How lopsided the values are: above 0 when the long tail is the upper one.",
                        "m3 / m2^1.5, m[k] = mean((x - mean(x))^k, period); 0 when m2 is 0",
                        "the definition, of the population",
                        Parameter.period("period", 50, 2),
                        GraphBuilder::higherMoments),
                statistic(
                        "kurtosis",
                        "How heavy the tails are: 0 for the normal distribution, at least -2.",
                        "m4 / m2^2 - 3, m[k] = mean((x - mean(x))^k, period); 0 when m2 is 0",
                        "the definition, of the population",
                        Parameter.period("period", 50, 2),
                        Statistics::kurtosis),
                statistic(
                        "median",
                        "Middle value, in the source's unit.",
                        "the middle one of the sorted values, or the mean of the two middle ones",
                        "the definition",
                        Parameter.period("period", 20, 2),
                        GraphBuilder::sorted),
                statistic(
                        "mad",
                        "Median absolute deviation, in the source's unit, at least 0.",
                        "median(|x - median(x, period)|, period)",
                        "F. R. Hampel, Journal of the American Statistical Association 69 (1974) 383",
                        Parameter.period("period", 20, 2),
                        Statistics::medianDeviation),
                statistic(
                        "percentile_rank",
                        "How high the source stands among its last values, from 0 (lowest) to 100.",
                        "100 (below + equal / 2) / (period - 1), of the values before the newest",
                        "the definition",
                        Parameter.period("period", 100, 2),
                        Statistics::percentileRank),
                linearRegression());
    }

    private static Definition statistic(
            String name,
            String summary,
            String formula,
            String source,
            Parameter period,
            Window window) {
        return Definition.of(
                name,
                Category.STATISTICS,
                summary,
                formula,
                source,
                List.of(Parameter.source(), period),
                (graph, arguments) -> window.over(graph, arguments.source(), arguments.period()));
    }

    private static Definition linearRegression() {
        return new Definition(
                "linear_regression",
                Category.STATISTICS,
                "Least-squares line through the last values, in the source's unit: its value now, its"
                        + " slope a candle, the intercept at the oldest value, the slope's angle in"
                        + " degrees, and its forecast of the next value.",
                "slope = cov(t, x) / var(t), t = 0 (oldest) to period - 1; intercept = mean(x) -"
                        + " slope mean(t); value = intercept + slope (period - 1);"
                        + " forecast = intercept + slope period; angle = atan(slope)",
                "TA-Lib 0.4.0, TA_LINEARREG",
                List.of(Parameter.source(), Parameter.period("period", 14, 2)),
                List.of("value", "slope", "intercept", "angle", "forecast"),
                Statistics::line);
    }

    private static Node line(GraphBuilder graph, Arguments arguments, String output) {
        int period = arguments.period();
        LinearRegression line = graph.regression(arguments.source(), period);
        return switch (output) {
            case "slope" -> graph.derived("slope", line::slope, line);
            case "intercept" -> graph.derived("intercept", () -> line.at(0), line);
            case "angle" ->
                    graph.derived(
                            "angle",
                            () -> StrictMath.toDegrees(StrictMath.atan(line.slope())),
                            line);
            case "forecast" -> graph.derived("forecast", () -> line.at(period), line);
            default -> line;
        };
    }

    private static Node kurtosis(GraphBuilder graph, Node source, int period) {
        HigherMoments moments = graph.higherMoments(source, period);
        return graph.derived("kurtosis", moments::kurtosis, moments);
    }

    private static Node medianDeviation(GraphBuilder graph, Node source, int period) {
        SortedWindow window = graph.sorted(source, period);
        return graph.derived("mad", window::medianDeviation, window);
    }

    private static Node percentileRank(GraphBuilder graph, Node source, int period) {
        SortedWindow window = graph.sorted(source, period);
        return graph.derived("percentile_rank", window::percentileRank, window);
    }
}

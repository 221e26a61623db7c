package io.candlestream.feature;

import io.candlestream.indicator.Covariance;
import io.candlestream.indicator.Node;
import java.util.List;

/// How two sources vary together, or one with its own past.
final class Relations {

    private static final Parameter OTHER = new Parameter.Source("other", "volume");

    private Relations() {}

    static List<Definition> definitions() {
        return List.of(
                Definition.of(
                        "correlation",
                        Category.STATISTICS,
                        "Pearson's correlation of two sources, from -1 to 1.",
                        "cov(x, y) / (stddev(x) stddev(y)); 0 when either does not vary",
                        "TA-Lib 0.4.0, TA_CORREL",
                        List.of(Parameter.source(), OTHER, Parameter.period("period", 30, 2)),
                        (graph, arguments) -> correlation(graph, covariance(graph, arguments))),
                Definition.of(
                        "covariance",
                        Category.STATISTICS,
                        "Population covariance of two sources, in the unit of the one times that of"
                                + " the other.",
                        "mean((x - mean(x)) (y - mean(y)), period)",
                        "the definition",
                        List.of(Parameter.source(), OTHER, Parameter.period("period", 30, 2)),
                        Relations::covariance),
                Definition.of(
                        "beta",
                        Category.STATISTICS,
                        "Slope of the least-squares line of a source over another.",
                        "cov(x, y) / var(y); 0 when the other does not vary",
                        "the definition",
                        List.of(Parameter.source(), OTHER, Parameter.period("period", 30, 2)),
                        Relations::beta),
                Definition.of(
                        "autocorrelation",
                        Category.STATISTICS,
                        "Correlation of a source with what it was some candles ago, from -1 to 1.",
                        "correlation(x, x[lag], period)",
                        "the definition",
                        List.of(
                                Parameter.source(),
                                Parameter.period("period", 30, 2),
                                Parameter.period("lag", 1, 1)),
                        Relations::autocorrelation));
    }

    private static Covariance covariance(GraphBuilder graph, Arguments arguments) {
        return graph.covariance(arguments.source(), arguments.source("other"), arguments.period());
    }

    private static Node correlation(GraphBuilder graph, Covariance covariance) {
        return graph.derived("correlation", covariance::correlation, covariance);
    }

    private static Node beta(GraphBuilder graph, Arguments arguments) {
        Covariance covariance = covariance(graph, arguments);
        return graph.derived("beta", covariance::beta, covariance);
    }

    private static Node autocorrelation(GraphBuilder graph, Arguments arguments) {
        Node source = arguments.source();
        Node before = graph.lag(source, arguments.whole("lag"));
        return correlation(graph, graph.covariance(source, before, arguments.period()));
    }
}

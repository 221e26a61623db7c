package io.candlestream.feature;

import io.candlestream.candle.Interval;
import io.candlestream.indicator.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Turns expressions into nodes of a graph: `ema(12)`, `zscore(log_return(1),100)`,
/// `on(1h,rsi(14))`.
///
/// Arguments are given by position or as `key=value`; what is left out has its default. A first
/// argument that is a number leaves the source out, which then is the close: `sma(20)` is
/// `sma(close,20)`. Equal nodes exist once, whatever expressions they come from.
///
/// `on(INTERVAL, expression)` is the inner expression over candles of a longer interval, as of the
/// last one that has closed: it changes only when one closes, and never sees the one in the making.
public final class ExpressionCompiler {

    private final Resolver resolver;
    private final GraphBuilder graph;
    private final Interval interval;

    /// A compiler into this graph.
    ///
    /// @param catalog what the names mean
    /// @param graph receives the nodes
    /// @param interval the length of the candles that the graph will take
    public ExpressionCompiler(Catalog catalog, GraphBuilder graph, Interval interval) {
        this.resolver = new Resolver(catalog);
        this.graph = graph;
        this.interval = interval;
    }

    /// @return the node of the expression's value
    /// @throws ExpressionException when the expression asks for what does not exist: an unknown
    ///   name or output, an argument out of range, an interval that is no multiple of the candles'
    public Node compile(Expression expression) {
        return node(resolver.resolve(expression), graph);
    }

    /// The text of what an expression means, the same for all that mean the same: `ema(close,12)`
    /// for `ema(12)` and for `ema( close , period=12.0 )`.
    ///
    /// @throws ExpressionException when the expression asks for what does not exist, but for an
    ///   interval or arguments that do not go together, which [#compile] refuses
    public String canonical(Expression expression) {
        return resolver.resolve(expression).canonical();
    }

    private Node node(Resolved resolved, GraphBuilder into) {
        if (resolved.definition().equals(Vocabulary.ON)) {
            return onLonger(resolved);
        }
        Arguments arguments =
                new Arguments(sources(resolved, into), resolved.numbers(), resolved.words());
        try {
            return resolved.definition().construction().node(into, arguments, resolved.output());
        } catch (IllegalArgumentException refused) {
            throw new ExpressionException(
                    resolved.term().column(), resolved.term().name() + ": " + refused.getMessage());
        }
    }

    /// In the order of the parameters: the order of the nodes is the layout of the state.
    private Map<String, Node> sources(Resolved resolved, GraphBuilder into) {
        Map<String, Node> sources = new LinkedHashMap<>();
        for (Parameter parameter : resolved.definition().parameters()) {
            Resolved source = resolved.sources().get(parameter.name());
            if (source != null) {
                sources.put(parameter.name(), node(source, into));
            }
        }
        return sources;
    }

    private Node onLonger(Resolved on) {
        Interval longer = Interval.parse(checked(on.words().get(Vocabulary.INTERVAL.name())));
        if (!interval.divides(longer) || longer.equals(interval)) {
            Binding written = Binding.of(on.term(), on.definition().parameters());
            throw new ExpressionException(
                    written.value(Vocabulary.INTERVAL).column(),
                    "on takes an interval longer than the candles' %s, and a multiple of it, was %s"
                            .formatted(interval, longer));
        }
        LongerCandles candles = graph.longer(interval, longer);
        Resolved inner = checked(on.sources().get(Vocabulary.EXPRESSION.name()));
        return graph.onLonger(candles, node(inner, candles.graph()));
    }

    private static <T> T checked(@Nullable T resolved) {
        return Objects.requireNonNull(resolved);
    }
}

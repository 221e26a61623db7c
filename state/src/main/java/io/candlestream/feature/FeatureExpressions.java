package io.candlestream.feature;

import io.candlestream.candle.Interval;
import io.candlestream.indicator.Node;
import java.util.List;

/// An ordered list of expressions, as features are asked for: `close, rsi(14), macd.line`.
///
/// What is computed does not depend on how it was written: [#canonical] and [#text] are equal for
/// lists of equal meaning.
public final class FeatureExpressions {

    private final Catalog catalog;
    private final List<Expression> expressions;
    private final List<String> names;
    private final List<String> canonical;
    private final List<Definition> definitions;
    private final SignalUses signals;
    private final Shapes shapes = new Shapes();

    private FeatureExpressions(Catalog catalog, List<Expression> expressions) {
        Resolver resolver = new Resolver(catalog);
        this.catalog = catalog;
        this.expressions = List.copyOf(expressions);
        names = expressions.stream().map(Expression::toString).toList();
        List<Resolved> resolved = expressions.stream().map(resolver::resolve).toList();
        canonical = resolved.stream().map(Resolved::canonical).toList();
        signals = SignalUses.of(resolved.stream().flatMap(Resolved::parts));
        definitions = resolved.stream().flatMap(Resolved::definitions).distinct().toList();
    }

    /// Reads a list in the names that come with candlestream.
    ///
    /// @param text expressions separated by commas
    /// @throws ExpressionException when the text is no such list, or asks for what does not exist
    public static FeatureExpressions parse(String text) {
        return of(Catalog.standard(), ExpressionParser.parseList(text));
    }

    /// A list of expressions.
    ///
    /// @param catalog what the names mean
    /// @throws ExpressionException when an expression asks for what does not exist
    public static FeatureExpressions of(Catalog catalog, List<Expression> expressions) {
        return new FeatureExpressions(catalog, expressions);
    }

    /// @return how many there are
    public int size() {
        return names.size();
    }

    /// @return the expressions as they were written, without spaces, in their order
    public List<String> names() {
        return names;
    }

    /// @return the expressions in the one form of their meaning, in their order
    public List<String> canonical() {
        return canonical;
    }

    /// @return what the names in them mean, each once, in the order in which they come
    public List<Definition> definitions() {
        return definitions;
    }

    /// @return which signals are read
    public SignalUses signals() {
        return signals;
    }

    /// All of them in one line, which a fingerprint may be taken of: the canonical forms in their
    /// order, as in `close rsi(close,14)`.
    public String text() {
        return String.join(" ", canonical);
    }

    /// A graph that has seen nothing, with one output an expression.
    ///
    /// @param interval the length of the candles that it will take
    /// @throws ExpressionException when arguments do not go together, or `on` names an interval
    ///   that is no multiple of the candles'
    public IndicatorGraph graph(Interval interval) {
        return graph(interval, shapes);
    }

    /// The same, with what is generated for it kept elsewhere.
    IndicatorGraph graph(Interval interval, Shapes shapes) {
        GraphBuilder graph = new GraphBuilder(shapes);
        graph.addSignals(signals.names());
        ExpressionCompiler compiler = new ExpressionCompiler(catalog, graph, interval);
        List<Node> outputs = expressions.stream().map(compiler::compile).toList();
        return graph.build(outputs);
    }

    /// The [#text].
    @Override
    public String toString() {
        return text();
    }
}

package io.candlestream.feature;

import io.candlestream.candle.Interval;
import io.candlestream.indicator.Average;
import io.candlestream.indicator.Derived;
import io.candlestream.indicator.Ema;
import io.candlestream.indicator.History;
import io.candlestream.indicator.Node;
import io.candlestream.indicator.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Collects the nodes of a graph; equal nodes exist once.
///
/// Two nodes are equal when they are the same kind, with the same parameters, over the same inputs.
/// Inputs are there before what reads them, so the order of coming is an order of evaluation.
public final class GraphBuilder {

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Identity, Node> known = new LinkedHashMap<>();
    private final Quotes quotes = new Quotes();

    private record Identity(String kind, List<Node> inputs) {}

    /// A graph of the candle's own numbers only.
    public GraphBuilder() {
        nodes.addAll(quotes.all());
    }

    /// @return first price of the candle
    public Node open() {
        return quotes.open;
    }

    /// @return highest price of the candle
    public Node high() {
        return quotes.high;
    }

    /// @return lowest price of the candle
    public Node low() {
        return quotes.low;
    }

    /// @return last price of the candle
    public Node close() {
        return quotes.close;
    }

    /// @return what was traded, in units of base
    public Node volume() {
        return quotes.volume;
    }

    /// @return open time of the candle, UTC epoch milliseconds
    public Node openTime() {
        return quotes.openTime;
    }

    /// The node of this kind over these inputs, made when there is none.
    ///
    /// @param kind names the class of node and every parameter: `ema 12`
    /// @param make makes a node that reads exactly these inputs
    public Node node(String kind, Supplier<? extends Node> make, Node... inputs) {
        Identity identity = new Identity(kind, List.of(inputs));
        Node node = known.get(identity);
        if (node == null) {
            node = make.get();
            known.put(identity, node);
            nodes.add(node);
        }
        return node;
    }

    /// A value that follows from the present values of these inputs.
    ///
    /// @param kind names the formula and every parameter: two formulas need two names
    public Node derived(String kind, Derived.Formula formula, Node... inputs) {
        return node(kind, () -> new Derived(formula, inputs), inputs);
    }

    /// The one history of this node; a window asks it for a ring as long as it needs.
    public History history(Node input) {
        return (History) node("history", () -> new History(input), input);
    }

    /// @return exponential average of a node, as [Ema#Ema]
    public Node ema(Node input, int period) {
        return node("ema " + period, () -> new Average(input, new Ema(period)), input);
    }

    /// @return Wilder's average of a node, as [Ema#wilder]
    public Node wilder(Node input, int period) {
        return node("wilder " + period, () -> new Average(input, Ema.wilder(period)), input);
    }

    /// The graph as collected so far.
    ///
    /// @param outputs the nodes whose values are wanted, in this order
    public IndicatorGraph build(List<Node> outputs) {
        for (Node node : nodes) {
            if (node instanceof LongerCandles candles) {
                candles.collect();
            }
        }
        return new IndicatorGraph(quotes, nodes, outputs);
    }

    /// The candles of a longer interval, and the graph of everything over them: one an interval.
    ///
    /// @param interval the length of this graph's candles
    /// @param longer a multiple of it, and longer
    LongerCandles longer(Interval interval, Interval longer) {
        return (LongerCandles)
                node(
                        "candles " + longer,
                        () -> new LongerCandles(quotes, interval, longer),
                        quotes.inputs());
    }

    /// Two are equal when they read the same node of that graph, though it is no input in this one.
    ///
    /// @param inner a node of these candles' own graph
    /// @return its value as of the last closed candle
    Node onLonger(LongerCandles candles, Node inner) {
        return node("on", () -> new OnLonger(candles, inner), candles, inner);
    }

    /// The candle's own numbers.
    record Quotes(Quote openTime, Quote open, Quote high, Quote low, Quote close, Quote volume) {

        Quotes() {
            this(new Quote(), new Quote(), new Quote(), new Quote(), new Quote(), new Quote());
        }

        List<Quote> all() {
            return List.of(openTime, open, high, low, close, volume);
        }

        Node[] inputs() {
            return all().toArray(Node[]::new);
        }
    }
}

package io.candlestream.feature;

import io.candlestream.candle.Interval;
import io.candlestream.indicator.Average;
import io.candlestream.indicator.Covariance;
import io.candlestream.indicator.CumulativeSum;
import io.candlestream.indicator.Derived;
import io.candlestream.indicator.Extreme;
import io.candlestream.indicator.Formula;
import io.candlestream.indicator.HigherMoments;
import io.candlestream.indicator.History;
import io.candlestream.indicator.Lag;
import io.candlestream.indicator.LinearRegression;
import io.candlestream.indicator.Moments;
import io.candlestream.indicator.Node;
import io.candlestream.indicator.Quote;
import io.candlestream.indicator.RollingSum;
import io.candlestream.indicator.SortedWindow;
import io.candlestream.indicator.WeightedAverage;
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
    private final SignalQuotes signals = new SignalQuotes();

    private final Shapes shapes;

    private record Identity(String kind, List<Node> inputs) {}

    /// A graph of the candle's own numbers only.
    public GraphBuilder() {
        this(new Shapes());
    }

    /// A graph of the candle's own numbers only.
    ///
    /// @param shapes keeps what is generated for the graph
    GraphBuilder(Shapes shapes) {
        this.shapes = shapes;
        nodes.addAll(quotes.all());
    }

    /// Adds the nodes of what comes with every candle besides its own numbers; once, at the
    /// beginning.
    ///
    /// @param names the signals, each once
    void addSignals(List<String> names) {
        nodes.addAll(signals.add(names));
    }

    /// @return the nodes of the signals
    SignalQuotes signals() {
        return signals;
    }

    /// @return the open time of the candle, UTC epoch milliseconds
    public Node openTime() {
        return quotes.openTime;
    }

    /// @return the first price of the candle
    public Node open() {
        return quotes.open;
    }

    /// @return the highest price of the candle
    public Node high() {
        return quotes.high;
    }

    /// @return the lowest price of the candle
    public Node low() {
        return quotes.low;
    }

    /// @return the last price of the candle
    public Node close() {
        return quotes.close;
    }

    /// @return the volume of the candle, in units of base
    public Node volume() {
        return quotes.volume;
    }

    /// The node of a kind over its inputs, made when there is none.
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

    /// The node of a value that follows from the present values of its inputs, and from what else
    /// they say.
    ///
    /// @param kind names the formula and every parameter: two formulas need two names
    public Node derived(String kind, Formula.Reading formula, Node... inputs) {
        return node(kind, () -> new Derived(formula, inputs), inputs);
    }

    /// The node of a value that follows from the present value of one input.
    ///
    /// @param kind names the formula and every parameter: two formulas need two names
    public Node derived(String kind, Formula.OfOne formula, Node input) {
        return node(kind, () -> new Derived(formula, input), input);
    }

    /// The node of a value that follows from the present values of two inputs.
    ///
    /// @param kind names the formula and every parameter: two formulas need two names
    public Node derived(String kind, Formula.OfTwo formula, Node input1, Node input2) {
        return node(kind, () -> new Derived(formula, input1, input2), input1, input2);
    }

    /// The node of a value that follows from the present values of three inputs.
    ///
    /// @param kind names the formula and every parameter: two formulas need two names
    public Node derived(
            String kind, Formula.OfThree formula, Node input1, Node input2, Node input3) {
        return node(
                kind, () -> new Derived(formula, input1, input2, input3), input1, input2, input3);
    }

    /// The node of a value that follows from the present values of four inputs.
    ///
    /// @param kind names the formula and every parameter: two formulas need two names
    public Node derived(
            String kind,
            Formula.OfFour formula,
            Node input1,
            Node input2,
            Node input3,
            Node input4) {
        return node(
                kind,
                () -> new Derived(formula, input1, input2, input3, input4),
                input1,
                input2,
                input3,
                input4);
    }

    /// @return the one history of a node; a window asks it for a ring as long as it needs
    public History history(Node input) {
        return (History) node("history", () -> new History(input), input);
    }

    /// The candles of a longer interval, and the graph of everything over them: one an interval.
    ///
    /// @param interval the length of this graph's candles
    /// @param longer a multiple of it, and longer
    LongerCandles longer(Interval interval, Interval longer) {
        return (LongerCandles)
                node(
                        "candles " + longer,
                        () -> new LongerCandles(quotes, interval, longer, shapes),
                        quotes.inputs());
    }

    /// Two are equal when they read the same node of that graph, though it is no input in this one.
    ///
    /// @param inner a node of these candles' own graph
    /// @return its value as of the last closed candle
    Node onLonger(LongerCandles candles, Node inner) {
        return node("on", () -> new OnLonger(candles, inner), candles, inner);
    }

    /// @return the value of a node `candles` candles ago
    public Node lag(Node input, int candles) {
        History history = history(input);
        return node("lag " + candles, () -> new Lag(history, candles), input);
    }

    /// @return the value of a node less its value `candles` candles ago
    public Node change(Node input, int candles) {
        Node before = lag(input, candles);
        return derived("change " + candles, (i, b) -> i - b, input, before);
    }

    /// @return the change of a node over one candle, as a share of what it was
    public Node simpleReturn(Node price) {
        Node before = lag(price, 1);
        return derived("return", (p, b) -> p / b - 1, price, before);
    }

    /// @return the natural logarithm of one node over another, 0 when there is none
    public Node logRatio(Node to, Node from) {
        return derived("log_ratio", LogRatio::of, to, from);
    }

    /// @return the value of a node less that of another
    public Node difference(Node of, Node from) {
        return derived("difference", (o, f) -> o - f, of, from);
    }

    /// @return the values of two nodes together
    public Node total(Node one, Node other) {
        return derived("total", (o, ot) -> o + ot, one, other);
    }

    /// @return the value of a node as a share of that of another, 0 when no finite number is that
    public Node ratio(Node part, Node whole) {
        return derived("ratio", (p, w) -> Ratio.of(p, w), part, whole);
    }

    /// @return the value of a node in per cent of that of another, 0 when no finite number is that
    public Node percentage(Node part, Node whole) {
        return derived("percentage", (p, w) -> 100 * Ratio.of(p, w), part, whole);
    }

    /// @return the sum of all values of a node
    public Node cumulative(Node input) {
        return node("cumulative", () -> new CumulativeSum(input), input);
    }

    /// @return the sum of the last `period` values of a node
    public Node sum(Node input, int period) {
        History history = history(input);
        return node("sum " + period, () -> new RollingSum(history, period), input);
    }

    /// @return the highest of the last `period` values of a node
    public Extreme highest(Node input, int period) {
        History history = history(input);
        return (Extreme) node("highest " + period, () -> Extreme.highest(history, period), input);
    }

    /// @return the lowest of the last `period` values of a node
    public Extreme lowest(Node input, int period) {
        History history = history(input);
        return (Extreme) node("lowest " + period, () -> Extreme.lowest(history, period), input);
    }

    /// @return the last `period` values of a node, sorted
    public SortedWindow sorted(Node input, int period) {
        History history = history(input);
        return (SortedWindow)
                node("sorted " + period, () -> new SortedWindow(history, period), input);
    }

    /// @return the population variance of the last `period` values of a node
    public Node variance(Node input, int period) {
        Moments moments = sma(input, period);
        return derived("variance", moments::variance, moments);
    }

    /// @return the population deviation of the last `period` values of a node
    public Node deviation(Node input, int period) {
        Moments moments = sma(input, period);
        return derived("deviation", moments::deviation, moments);
    }

    /// @return how many deviations a node is above the mean of its last `period` values
    public Node zScore(Node input, int period) {
        Moments moments = sma(input, period);
        return derived("zscore", moments::zScore, moments);
    }

    /// @return the skewness and kurtosis of the last `period` values of a node
    public HigherMoments higherMoments(Node input, int period) {
        History history = history(input);
        return (HigherMoments)
                node("higher_moments " + period, () -> new HigherMoments(history, period), input);
    }

    /// @return the population covariance of the last `period` values of two nodes
    public Covariance covariance(Node x, Node y, int period) {
        History xs = history(x);
        History ys = history(y);
        return (Covariance)
                node("covariance " + period, () -> new Covariance(xs, ys, period), x, y);
    }

    /// @return the least-squares line through the last `period` values of a node
    public LinearRegression regression(Node input, int period) {
        History history = history(input);
        return (LinearRegression)
                node("regression " + period, () -> new LinearRegression(history, period), input);
    }

    /// @return the plain mean of the last `period` values of a node, and its variance
    public Moments sma(Node input, int period) {
        History history = history(input);
        return (Moments) node("sma " + period, () -> new Moments(history, period), input);
    }

    /// @return the linearly weighted mean of the last `period` values of a node
    public Node wma(Node input, int period) {
        History history = history(input);
        return node("wma " + period, () -> new WeightedAverage(history, period), input);
    }

    /// @return the exponential average of a node, as [Average#exponential]
    public Node ema(Node input, int period) {
        return node("ema " + period, () -> Average.exponential(input, period), input);
    }

    /// @return Wilder's average of a node, as [Average#wilder]
    public Node wilder(Node input, int period) {
        return node("wilder " + period, () -> Average.wilder(input, period), input);
    }

    /// @return the exponential average of a node over `fast` candles less that over `slow` ones
    public Node spread(Node input, int fast, int slow) {
        return difference(ema(input, fast), ema(input, slow));
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
        return new IndicatorGraph(quotes, signals, nodes, outputs, shapes);
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

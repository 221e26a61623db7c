package io.candlestream.feature;

import io.candlestream.candle.Candle;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.feature.GraphBuilder.Quotes;
import io.candlestream.indicator.Node;
import io.candlestream.signal.SignalReadings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every indicator that a set of expressions needs, each once, advanced together candle by candle.
///
/// | quantity | meaning |
/// |---|---|
/// | input | candles that passed the gate: prices from 1e-30 to 1e30, volumes from 0 to 1e30 |
/// | output | one number an expression, in their order |
/// | warm-up | that of the slowest output: [#warmUp] |
/// | state | constant in time; O(1) amortised time, no allocation per candle |
///
/// While some nodes are warming up, each is asked whether it may start. Once all are ready there is
/// nothing to ask, and a class that was generated for graphs of this shape advances them: see
/// [StepsGenerator]. Both give the same bits.
///
/// Not thread-safe: owned by one stream task.
public final class IndicatorGraph implements FeatureVector {

    /// To make a class takes some ten milliseconds, and to compile it longer: too much for a graph
    /// that is asked for a few values.
    private static final int STEADY_CANDLES_BEFORE_STEPS = 100;

    private final Quotes quotes;
    private final SignalQuotes signals;
    private final Node[] nodes;
    private final Node[] outputs;
    private final Shapes shapes;
    private final boolean[] started;
    private @Nullable Steps steps;
    private int candlesUntilSteps = STEADY_CANDLES_BEFORE_STEPS;

    /// Whether every node is ready, so that there is nothing to ask any more.
    private boolean steady;

    /// Whether the nodes know their values themselves, and not only the steps.
    private boolean settled = true;

    IndicatorGraph(
            Quotes quotes,
            SignalQuotes signals,
            List<Node> nodes,
            List<Node> outputs,
            Shapes shapes) {
        this.quotes = quotes;
        this.signals = signals;
        this.nodes = nodes.toArray(Node[]::new);
        this.outputs = outputs.toArray(Node[]::new);
        this.shapes = shapes;
        this.started = new boolean[this.nodes.length];
    }

    @Override
    public void update(Candle candle, SignalReadings readings) {
        signals.set(readings, candle.closeTimeMs());
        update(candle);
    }

    /// Takes the next candle; signals, if there are any, stay as they were.
    @Override
    public void update(Candle candle) {
        update(
                candle.openTimeMs(),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                candle.baseVolume());
    }

    /// Takes the next candle's numbers.
    void update(
            long openTimeMs, double open, double high, double low, double close, double volume) {
        quotes.openTime().set((double) openTimeMs);
        quotes.open().set(open);
        quotes.high().set(high);
        quotes.low().set(low);
        quotes.close().set(close);
        quotes.volume().set(volume);
        if (steady && steps != null) {
            steps.advance((double) openTimeMs, open, high, low, close, volume);
            settled = false;
        } else {
            interpret();
        }
    }

    private void interpret() {
        for (int i = 0; i < nodes.length; i++) {
            if (started[i] || mayStart(i)) {
                nodes[i].update();
            }
        }
        if (steady) {
            prepareSteps();
        } else {
            steady = areReady(nodes);
        }
    }

    private void prepareSteps() {
        candlesUntilSteps--;
        if (candlesUntilSteps == 0) {
            steps = shapes.steps(List.of(nodes), List.of(outputs));
        }
    }

    /// Sees to it that every node knows its value, for who asks a node.
    void settle() {
        if (!settled && steps != null) {
            steps.settle();
        }
        settled = true;
    }

    /// @return how many outputs there are
    public int size() {
        return outputs.length;
    }

    /// @return how many nodes there are, the candle's own numbers among them
    public int nodeCount() {
        return nodes.length;
    }

    /// @return how many candles it takes until every output has a value; with outputs over candles
    ///   of a longer interval, the most it may take without gaps; with signals, if all have come
    ///   before the first candle
    @Override
    public int warmUp() {
        int longest = 1;
        for (Node output : outputs) {
            longest = Math.max(longest, output.warmUp());
        }
        return longest;
    }

    /// @return whether every output has a value
    @Override
    public boolean ready() {
        return steady || areReady(outputs);
    }

    private static boolean areReady(Node[] nodes) {
        for (Node node : nodes) {
            if (!node.ready()) {
                return false;
            }
        }
        return true;
    }

    /// @param output from 0 to `size() - 1`
    /// @return whether this output has a value
    public boolean ready(int output) {
        return outputs[output].ready();
    }

    /// @param output from 0 to `size() - 1`
    /// @return the output as of the latest candle
    /// @throws IllegalStateException before it is ready
    public double value(int output) {
        if (!outputs[output].ready()) {
            throw new IllegalStateException(
                    "output %d needs %d candles, there were fewer"
                            .formatted(output, outputs[output].warmUp()));
        }
        settle();
        return outputs[output].value();
    }

    /// Writes the outputs as of the latest candle, those that are not ready as NaN.
    ///
    /// @param into receives [#size] numbers
    @Override
    public void values(double[] into) {
        if (!settled && steps != null) {
            steps.values(into);
            return;
        }
        for (int i = 0; i < outputs.length; i++) {
            into[i] = outputs[i].ready() ? outputs[i].value() : Double.NaN;
        }
    }

    private boolean mayStart(int node) {
        for (Node input : nodes[node].inputs()) {
            if (!input.ready()) {
                return false;
            }
        }
        started[node] = true;
        return true;
    }

    @Override
    public void save(StateOutput out) {
        settle();
        for (Node node : nodes) {
            node.save(out);
        }
    }

    @Override
    public void restore(StateInput in) {
        for (int i = 0; i < nodes.length; i++) {
            nodes[i].restore(in);
            started[i] = false;
        }
        steady = false;
        settled = true;
    }
}

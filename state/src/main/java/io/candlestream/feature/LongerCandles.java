package io.candlestream.feature;

import io.candlestream.candle.Interval;
import io.candlestream.candle.Resampler;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.feature.GraphBuilder.Quotes;
import io.candlestream.indicator.Node;
import java.util.List;

/// A graph over candles of a longer interval, advanced whenever one of them closes; ready when the
/// first has. It has no value of its own: [OnLonger] reads the values of its nodes.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the candle's own numbers |
/// | warm-up | at most `2 * ratio - 1` candles without gaps, `ratio` of the intervals: see [Resampler] |
/// | state | the candle in the making, and every node of the graph |
final class LongerCandles extends Node {

    private final Quotes quotes;
    private final int ratio;
    private final Resampler resampler;
    private final GraphBuilder inner;
    private IndicatorGraph graph;

    LongerCandles(Quotes quotes, Interval interval, Interval longer, Shapes shapes) {
        super(quotes.inputs());
        this.inner = new GraphBuilder(shapes);
        this.graph = inner.build(List.of());
        this.quotes = quotes;
        this.ratio = Math.toIntExact(longer.durationMs() / interval.durationMs());
        this.resampler = new Resampler(interval, longer, this::take);
    }

    /// @return collects the nodes over the longer candles
    GraphBuilder graph() {
        return inner;
    }

    /// Takes up the nodes that have been collected, before the first update.
    void collect() {
        graph = inner.build(List.of());
    }

    /// @return how many candles make a longer one
    int ratio() {
        return ratio;
    }

    @Override
    public void update() {
        resampler.update(
                (long) quotes.openTime().value(),
                quotes.open().value(),
                quotes.high().value(),
                quotes.low().value(),
                quotes.close().value(),
                quotes.volume().value());
    }

    private void take(
            long openTimeMs, double open, double high, double low, double close, double volume) {
        graph.update(openTimeMs, open, high, low, close, volume);
        graph.settle();
    }

    @Override
    public int ownWarmUp() {
        return 2 * ratio - 1;
    }

    @Override
    public boolean ready() {
        return inner.close().ready();
    }

    @Override
    protected void saveMemory(StateOutput out) {
        resampler.save(out);
        graph.save(out);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        resampler.restore(in);
        graph.restore(in);
    }
}

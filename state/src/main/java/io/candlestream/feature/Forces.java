package io.candlestream.feature;

import io.candlestream.indicator.Node;
import io.candlestream.indicator.VolumeForce;
import java.util.List;

/// How hard volume pushes the price, averaged.
final class Forces {

    /// Beyond what prices and volumes of a market give, and far from overflow when squared.
    private static final double LARGEST = 1e100;

    private Forces() {}

    static List<Definition> definitions() {
        return List.of(forceIndex(), easeOfMovement(), klinger());
    }

    private static Definition forceIndex() {
        return Definition.of(
                "force_index",
                Category.VOLUME,
                "Average of the price's change times volume, in the unit of the price times base.",
                "ema((close - close[1]) volume, period)",
                "A. Elder, Trading for a Living, 1993",
                List.of(Parameter.period(13)),
                (graph, arguments) -> graph.ema(force(graph), arguments.period()));
    }

    private static Definition easeOfMovement() {
        return Definition.of(
                "ease_of_movement",
                Category.VOLUME,
                "How far the price moves for how little volume, in the square of the price's unit per"
                        + " unit of base.",
                "mean((median_price - median_price[1]) (high - low) / volume, period);"
                        + " 0 for a candle without volume, each cut at 1e100 either way",
                "R. W. Arms, The Arms Index, 1989; other libraries scale the volume down by 1e8 or so",
                List.of(Parameter.period(14)),
                (graph, arguments) -> graph.sma(ease(graph), arguments.period()));
    }

    private static Definition klinger() {
        return new Definition(
                "klinger",
                Category.VOLUME,
                "Klinger's oscillator: fast less slow average of the volume force, and its signal, in"
                        + " hundredths of base.",
                "line = ema(force, fast) - ema(force, slow), signal = ema(line, signal);"
                        + " force = 100 trend volume |2 range / sum of ranges - 1|",
                "S. J. Klinger, Technical Analysis of Stocks & Commodities 15 (1997) 12",
                List.of(
                        Parameter.period("fast", 34, 1),
                        Parameter.period("slow", 55, 1),
                        Parameter.period("signal", 13, 1)),
                List.of("line", "signal"),
                (graph, arguments, output) -> {
                    Node line =
                            graph.spread(
                                    volumeForce(graph),
                                    arguments.whole("fast"),
                                    arguments.whole("slow"));
                    return output.equals("line")
                            ? line
                            : graph.ema(line, arguments.whole("signal"));
                });
    }

    private static Node force(GraphBuilder graph) {
        Node close = graph.close();
        Node before = graph.lag(close, 1);
        Node volume = graph.volume();
        return graph.derived("force", (c, b, v) -> (c - b) * v, close, before, volume);
    }

    private static Node ease(GraphBuilder graph) {
        Node middle = PriceNodes.medianPrice(graph);
        Node before = graph.lag(middle, 1);
        Node high = graph.high();
        Node low = graph.low();
        Node volume = graph.volume();
        return graph.derived(
                "ease",
                () ->
                        ease(
                                middle.value() - before.value(),
                                high.value() - low.value(),
                                volume.value()),
                middle,
                before,
                high,
                low,
                volume);
    }

    private static double ease(double distance, double range, double volume) {
        return volume > 0 ? Math.clamp(distance * range / volume, -LARGEST, LARGEST) : 0;
    }

    private static Node volumeForce(GraphBuilder graph) {
        Node high = graph.high();
        Node low = graph.low();
        Node close = graph.close();
        Node volume = graph.volume();
        return graph.node(
                "volume_force",
                () -> new VolumeForce(high, low, close, volume),
                high,
                low,
                close,
                volume);
    }
}

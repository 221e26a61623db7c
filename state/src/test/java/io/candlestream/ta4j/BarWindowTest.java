package io.candlestream.ta4j;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.codec.StateInput;
import io.candlestream.feature.GraphBuilder;
import io.candlestream.feature.IndicatorGraph;
import io.candlestream.indicator.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A window of 64 bars that grows by 32, so that every place of it can be tried.
final class BarWindowTest {

    private static final int KEPT = 64;
    private static final int STEP = 32;

    @Test
    void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
        List<Candle> candles = RandomCandles.of(1, KEPT + 3 * STEP);
        IndicatorGraph unbroken = graph();
        double[][] rows = new double[candles.size()][];
        byte[][] states = new byte[candles.size()][];
        for (int i = 0; i < rows.length; i++) {
            states[i] = saved(unbroken);
            unbroken.update(candles.get(i));
            rows[i] = row(unbroken);
        }

        for (int stop = 0; stop < rows.length; stop++) {
            IndicatorGraph restored = graph();
            StateInput in = new StateInput(states[stop]);
            restored.restore(in);
            in.expectEnd();
            assertThat(saved(restored)).as("restored after %s", stop).isEqualTo(states[stop]);
            for (int i = stop; i < Math.min(stop + STEP + 2, rows.length); i++) {
                restored.update(candles.get(i));
                assertThat(row(restored)).as("stopped after %s", stop).isEqualTo(rows[i]);
            }
        }
    }

    @Test
    void savedAndRestoredAfterEveryCandleItIsTheSame() {
        IndicatorGraph unbroken = graph();
        IndicatorGraph broken = graph();

        for (Candle candle : RandomCandles.of(2, KEPT + 2 * STEP)) {
            unbroken.update(candle);
            broken.restore(new StateInput(saved(broken)));
            broken.update(candle);
            assertThat(row(broken)).isEqualTo(row(unbroken));
        }
    }

    /// Every class that can be used, with small numbers; those that need more bars are left out.
    private static IndicatorGraph graph() {
        GraphBuilder graph = new GraphBuilder();
        List<Node> quotes =
                List.of(graph.open(), graph.high(), graph.low(), graph.close(), graph.volume());
        List<Node> inputs = new ArrayList<>(List.of(graph.openTime()));
        inputs.addAll(quotes);
        BarWindow window =
                (BarWindow)
                        graph.node(
                                "bars",
                                () ->
                                        new BarWindow(
                                                KEPT, STEP, graph.openTime(), quotes, List.of()),
                                inputs.toArray(Node[]::new));
        List<Node> outputs = new ArrayList<>();
        for (String name : IndicatorNames.all()) {
            for (IndicatorConstructor constructor : constructors(name)) {
                Node node = node(graph, window, constructor);
                if (node != null) {
                    outputs.add(node);
                }
            }
        }
        assertThat(outputs).hasSizeGreaterThan(150);
        return graph.build(outputs);
    }

    private static List<IndicatorConstructor> constructors(String name) {
        try {
            return Objects.requireNonNull(IndicatorClass.find(name)).constructors();
        } catch (IllegalArgumentException unusable) {
            return List.of();
        }
    }

    private static @Nullable Node node(
            GraphBuilder graph, BarWindow window, IndicatorConstructor constructor) {
        List<Integer> columns = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        for (IndicatorConstructor.Kind kind : constructor.written()) {
            switch (kind) {
                case SOURCE -> columns.add(4 + columns.size() % 2);
                case WHOLE -> numbers.add(3.0 + 2 * numbers.size());
                case DECIMAL -> numbers.add(0.1 + 0.1 * numbers.size());
                case CANDLES -> {}
            }
        }
        try {
            return graph.node(
                    constructor.toString(),
                    () -> new Ta4jIndicator(window, constructor, columns, numbers),
                    window);
        } catch (IllegalArgumentException refused) {
            return null;
        }
    }

    private static double[] row(IndicatorGraph graph) {
        double[] values = new double[graph.size()];
        graph.values(values);
        return values;
    }
}

package io.candlestream.feature;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import io.candlestream.golden.GoldenTable;
import io.candlestream.indicator.Node;
import io.candlestream.seed.Seeded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/// What every definition of a group promises, at its defaults.
interface GroupOracle {

    /// The group.
    List<Definition> definitions();

    @Test
    default void hasAValueAfterExactlyItsWarmUp() {
        for (Definition definition : definitions()) {
            for (String output : outputs(definition)) {
                GraphBuilder builder = new GraphBuilder();
                Node node = Uses.node(builder, definition, output);
                IndicatorGraph graph = builder.build(List.of(node));
                for (Candle candle : RandomCandles.of(1, node.warmUp() - 1)) {
                    graph.update(candle);
                    assertThat(graph.ready()).as("%s.%s", definition.name(), output).isFalse();
                }
                graph.update(RandomCandles.of(1, node.warmUp()).getLast());
                assertThat(graph.ready()).as("%s.%s", definition.name(), output).isTrue();
            }
        }
    }

    @Test
    default void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
        IndicatorGraph unbroken = graph(definitions());
        int count = 2 * unbroken.warmUp() + 60;
        List<Candle> candles = RandomCandles.of(2, count);
        byte[][] states = new byte[count][];
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            states[i] = saved(unbroken);
            unbroken.update(candles.get(i));
            rows[i] = row(unbroken);
            assertThat(states[i]).hasSameSizeAs(states[0]);
        }

        for (int stop = 0; stop < count; stop++) {
            IndicatorGraph restored = graph(definitions());
            StateInput in = new StateInput(states[stop]);
            restored.restore(in);
            in.expectEnd();
            assertThat(saved(restored)).isEqualTo(states[stop]);
            for (int i = stop; i < Math.min(count, stop + 40); i++) {
                restored.update(candles.get(i));
                assertThat(row(restored)).as("stopped after %s, at %s", stop, i).isEqualTo(rows[i]);
            }
        }
    }

    @Test
    default void forgetsWhatItKnewWhenRestored() {
        List<Candle> candles = RandomCandles.of(3, 300);
        IndicatorGraph used = graph(definitions());
        RandomCandles.of(4, 777).forEach(used::update);

        used.restore(new StateInput(saved(graph(definitions()))));

        IndicatorGraph fresh = graph(definitions());
        for (Candle candle : candles) {
            used.update(candle);
            fresh.update(candle);
            assertThat(row(used)).isEqualTo(row(fresh));
        }
    }

    @Seeded(runs = 20)
    default void isFiniteForEveryAcceptedCandle(long seed) {
        IndicatorGraph graph = graph(definitions());

        for (Candle candle : RandomCandles.absurd(seed, 500)) {
            graph.update(candle);
            assertReadyAreFinite(graph, candle);
        }
    }

    @Test
    default void isFiniteWhenNothingMovesAndNothingIsTraded() {
        IndicatorGraph graph = graph(definitions());

        for (Candle candle : RandomCandles.flat(0.3, 500)) {
            graph.update(candle);
            assertReadyAreFinite(graph, candle);
        }
    }

    @Test
    default void allocatesNothing() {
        IndicatorGraph graph = graph(definitions());
        double[] row = new double[graph.size()];
        List<Candle> candles = RandomCandles.of(5, 5_000);
        candles.forEach(graph::update);

        long allocated =
                Allocation.least(() -> {
                    for (int i = 0; i < candles.size(); i++) {
                        graph.update(candles.get(i));
                        graph.values(row);
                    }
                });

        assertThat(allocated).isZero();
    }

    @Test
    default void nameAndTextsAreGiven() {
        for (Definition definition : definitions()) {
            assertThat(definition.name()).matches("[a-z][a-z0-9_]*");
            assertThat(definition.summary()).endsWith(".").hasSizeLessThan(250);
            assertThat(definition.formula()).isNotBlank();
            assertThat(definition.source()).isNotBlank();
        }
    }

    /// Checks a column on the golden candles, from row `from` on.
    ///
    /// @param expected the value after the candle of this row
    default void assertColumn(
            Definition definition,
            String output,
            int from,
            IntToDoubleFunction expected,
            String... written) {
        List<Candle> candles = GoldenTable.candles();
        double[] column = Uses.column(candles, definition, output, written);
        for (int row = from; row < column.length; row++) {
            double oracle = expected.applyAsDouble(row);
            assertThat(column[row])
                    .as(
                            "%s.%s%s in row %s",
                            definition.name(), output, Arrays.toString(written), row)
                    .isCloseTo(oracle, within(1e-8 * Math.max(1, Math.abs(oracle))));
        }
    }

    /// The one definition of that name in the group.
    default Definition named(String name) {
        return Uses.find(definitions(), name);
    }

    private static List<String> outputs(Definition definition) {
        return definition.outputs().isEmpty() ? List.of("") : definition.outputs();
    }

    private static IndicatorGraph graph(List<Definition> definitions) {
        GraphBuilder builder = new GraphBuilder();
        List<Node> nodes = new ArrayList<>();
        for (Definition definition : definitions) {
            for (String output : outputs(definition)) {
                nodes.add(Uses.node(builder, definition, output));
            }
        }
        return builder.build(nodes);
    }

    private static double[] row(IndicatorGraph graph) {
        double[] row = new double[graph.size()];
        graph.values(row);
        return row;
    }

    private static void assertReadyAreFinite(IndicatorGraph graph, Candle candle) {
        for (int output = 0; output < graph.size(); output++) {
            if (graph.ready(output)) {
                assertThat(graph.value(output)).as("output %s after %s", output, candle).isFinite();
            }
        }
    }
}

package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import io.candlestream.golden.GoldenBytes;
import io.candlestream.golden.GoldenTable;
import io.candlestream.seed.Seeded;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every definition of a group keeps, at its defaults.
interface GroupContract {

    /// TA-Lib's columns, which seeds no longer tell apart from this row on.
    int FIRST_ROW = 500;

    /// The group.
    List<Definition> definitions();

    /// TA-Lib's columns that the group answers for.
    default List<String> taLibColumns() {
        return List.of();
    }

    @Test
    default void valuesAreTaLibs() {
        GoldenTable taLib = GoldenTable.taLib();
        List<Candle> candles = GoldenTable.candles();
        for (String column : taLibColumns()) {
            double[] expected = taLib.column(column);
            double[] actual = Use.of(column).over(candles);
            for (int row = FIRST_ROW; row < expected.length; row++) {
                double tolerance = 1e-8 * Math.max(1, Math.abs(expected[row]));
                assertThat(actual[row])
                        .as("%s in row %s", column, row)
                        .isCloseTo(expected[row], within(tolerance));
            }
        }
    }

    @Test
    default void isReadyAfterTheWarmUpItStates() {
        List<Candle> candles = RandomCandles.of(1, 400);
        for (String expression : Use.defaults(definitions())) {
            IndicatorGraph graph = Use.of(expression).graph();
            for (int i = 0; i < candles.size(); i++) {
                assertThat(graph.ready()).as(expression).isEqualTo(i >= graph.warmUp());
                graph.update(candles.get(i));
            }
        }
    }

    @Test
    default void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
        List<Candle> candles = RandomCandles.of(2, 200);
        for (String expression : Use.defaults(definitions())) {
            double[] unbroken = Use.of(expression).over(candles);
            Use broken = Use.of(expression);
            int length = GoldenBytes.saved(broken.graph()).length;
            for (int i = 0; i < candles.size(); i++) {
                byte[] state = GoldenBytes.saved(broken.graph());
                Use restored = Use.of(expression);
                StateInput in = new StateInput(state);
                restored.graph().restore(in);
                in.expectEnd();
                double[] next = restored.over(candles.subList(i, i + 1));
                assertThat(state).as(expression).hasSize(length);
                assertThat(Double.doubleToLongBits(next[0]))
                        .as("%s, candle %s", expression, i)
                        .isEqualTo(Double.doubleToLongBits(unbroken[i]));
                broken = restored;
            }
        }
    }

    @Seeded(runs = 20)
    default void isFiniteForEveryAcceptedCandle(long seed) {
        assertAllFinite(RandomCandles.absurd(seed, 700));
    }

    @Test
    default void isFiniteWhenNothingMovesAndNothingIsTraded() {
        assertAllFinite(RandomCandles.flat(0.3, 700));
    }

    @Test
    default void allocatesNothing() {
        List<Candle> candles = RandomCandles.of(5, 3_000);
        for (String expression : Use.defaults(definitions())) {
            IndicatorGraph graph = Use.of(expression).graph();
            long allocated =
                    Allocation.least(() -> {
                        for (int i = 0; i < candles.size(); i++) {
                            graph.update(candles.get(i));
                        }
                    });
            assertThat(allocated).as(expression).isZero();
        }
    }

    private void assertAllFinite(List<Candle> candles) {
        for (String expression : Use.defaults(definitions())) {
            Use use = Use.of(expression);
            double[] values = use.over(candles);
            for (int row = use.graph().warmUp() - 1; row < values.length; row++) {
                assertThat(values[row]).as("%s at %s", expression, candles.get(row)).isFinite();
            }
        }
    }
}

package io.candlestream.feature;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import io.candlestream.seed.Seeded;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every indicator of a group promises at its defaults: its warm-up, its memory, its numbers
/// and its thrift.
interface GroupContract {

    /// The indicators of the group.
    List<Definition> definitions();

    @Test
    default void isReadyAfterExactlyItsWarmUp() {
        for (String expression : Expressions.atDefaults(definitions())) {
            IndicatorGraph graph = Expressions.graph(expression);
            int warmUp = graph.warmUp();
            List<Candle> candles = RandomCandles.of(1, warmUp + 20);
            for (int i = 0; i < candles.size(); i++) {
                assertThat(graph.ready())
                        .as("%s after %s candles", expression, i)
                        .isEqualTo(i >= warmUp);
                graph.update(candles.get(i));
            }
        }
    }

    @Test
    default void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
        String[] expressions = Expressions.atDefaults(definitions());
        IndicatorGraph unbroken = Expressions.graph(expressions);
        List<Candle> candles = RandomCandles.of(2, 2 * unbroken.warmUp() + 60);
        byte[][] states = new byte[candles.size()][];
        double[][] rows = new double[candles.size()][expressions.length];
        for (int i = 0; i < candles.size(); i++) {
            states[i] = saved(unbroken);
            unbroken.update(candles.get(i));
            unbroken.values(rows[i]);
        }

        double[] row = new double[expressions.length];
        for (int stop = 0; stop < candles.size(); stop++) {
            assertThat(states[stop]).hasSameSizeAs(states[0]);
            IndicatorGraph restored = Expressions.graph(expressions);
            StateInput in = new StateInput(states[stop]);
            restored.restore(in);
            in.expectEnd();
            for (int i = stop; i < candles.size(); i++) {
                restored.update(candles.get(i));
                restored.values(row);
                assertThat(row).as("stopped after %s, at candle %s", stop, i).isEqualTo(rows[i]);
            }
        }
    }

    @Seeded(runs = 20)
    default void isFiniteForEveryAcceptedCandle(long seed) {
        assertFinite(RandomCandles.absurd(seed, 800));
    }

    @Test
    default void isFiniteWhenNothingMovesAndNothingIsTraded() {
        assertFinite(RandomCandles.flat(0.3, 800));
    }

    @Test
    default void isFiniteForVolumesThatAreHardlyThere() {
        assertFinite(
                RandomCandles.absurd(99, 800).stream()
                        .map(candle ->
                                new Candle(
                                        candle.series(),
                                        candle.openTimeMs(),
                                        candle.open(),
                                        candle.high(),
                                        candle.low(),
                                        candle.close(),
                                        candle.baseVolume() > 1
                                                ? candle.baseVolume()
                                                : Double.MIN_VALUE))
                        .toList());
    }

    @Test
    default void allocatesNothing() {
        IndicatorGraph graph = Expressions.graph(Expressions.atDefaults(definitions()));
        double[] row = new double[graph.size()];
        List<Candle> candles = RandomCandles.of(5, 3_000);

        long allocated =
                Allocation.least(() -> {
                    for (int i = 0; i < candles.size(); i++) {
                        graph.update(candles.get(i));
                        graph.values(row);
                    }
                });

        assertThat(allocated).isZero();
    }

    private void assertFinite(List<Candle> candles) {
        String[] expressions = Expressions.atDefaults(definitions());
        IndicatorGraph graph = Expressions.graph(expressions);
        for (Candle candle : candles) {
            graph.update(candle);
            for (int output = 0; output < expressions.length; output++) {
                if (graph.ready(output)) {
                    assertThat(graph.value(output))
                            .as("%s at %s", expressions[output], candle)
                            .isFinite();
                }
            }
        }
    }
}

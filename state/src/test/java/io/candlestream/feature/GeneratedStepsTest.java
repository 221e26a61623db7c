package io.candlestream.feature;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import io.candlestream.seed.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// That a graph says the same, to the bit, whether a loop advances its nodes or a generated class.
final class GeneratedStepsTest {

    private static final String LONGER =
            "on(5m,macd(2,4,3).histogram), ema(on(15m,rsi(3)),4), close, volume";

    private static final FeatureExpressions EVERYTHING =
            FeatureSets.parse("everything, " + LONGER + ", open, sma(close,1)");

    @Nested
    class Values {

        @Seeded(runs = 4)
        void areTheLoops(long seed) {
            assertSameAsTheLoop(RandomCandles.of(seed, 3_000));
        }

        @Seeded(runs = 4)
        void areTheLoopsForAbsurdCandles(long seed) {
            assertSameAsTheLoop(RandomCandles.absurd(seed, 3_000));
        }

        @Seeded(runs = 4)
        void areTheLoopsAfterRestoresAtAnyTime(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Candle> candles = RandomCandles.of(seed, 1_200);
            IndicatorGraph loop = loop(EVERYTHING);
            IndicatorGraph generated = EVERYTHING.graph(Interval.ONE_MINUTE);

            for (int i = 0; i < candles.size(); i++) {
                if (random.nextInt(60) == 0) {
                    byte[] state = saved(generated);
                    assertThat(state).isEqualTo(saved(loop));
                    if (random.nextBoolean()) {
                        generated = EVERYTHING.graph(Interval.ONE_MINUTE);
                    }
                    generated.restore(new StateInput(state));
                    assertSameValues(generated, loop);
                }
                loop.update(candles.get(i));
                generated.update(candles.get(i));
                assertSameValues(generated, loop);
            }
        }

        @Test
        void areKnownToWhoeverAsksForOne() {
            IndicatorGraph graph = EVERYTHING.graph(Interval.ONE_MINUTE);
            double[] values = new double[graph.size()];

            for (Candle candle : RandomCandles.of(1, 1_000)) {
                graph.update(candle);
            }

            graph.values(values);
            for (int i = 0; i < values.length; i++) {
                assertThat(graph.value(i)).isEqualTo(values[i]);
            }
        }
    }

    @Nested
    class SharedClass {

        @Test
        void isOneForAllSeriesOfAShape() {
            Shapes shapes = new Shapes();

            for (int series = 0; series < 3; series++) {
                IndicatorGraph graph = graph("rsi(14), ema(5)", shapes);
                RandomCandles.of(series, 300).forEach(graph::update);
            }

            assertThat(shapes.count()).isEqualTo(1);
        }

        @Test
        void isAnotherForOtherInputsOfTheSameNodes() {
            Shapes shapes = new Shapes();
            IndicatorGraph ofCloses = graph("ema(close,5), sma(volume,3)", shapes);
            IndicatorGraph ofVolumes = graph("ema(volume,5), sma(close,3)", shapes);
            IndicatorGraph otherWayRound = graph("ema(ema(close,5),5), ema(close,5)", shapes);
            IndicatorGraph oneWayRound = graph("ema(close,5), ema(ema(close,5),5)", shapes);

            for (Candle candle : RandomCandles.of(1, 300)) {
                ofCloses.update(candle);
                ofVolumes.update(candle);
                otherWayRound.update(candle);
                oneWayRound.update(candle);
            }

            assertThat(shapes.count()).isEqualTo(4);
            assertThat(row(oneWayRound)).containsExactly(reversed(row(otherWayRound)));
        }

        @Test
        void servesSeriesThatDoNotDisturbEachOther() {
            List<IndicatorGraph> together = new ArrayList<>();
            List<List<Candle>> candles = new ArrayList<>();
            for (int series = 0; series < 3; series++) {
                together.add(EVERYTHING.graph(Interval.ONE_MINUTE));
                candles.add(RandomCandles.of(series, 1_000));
            }

            for (int i = 0; i < 1_000; i++) {
                for (int series = 0; series < 3; series++) {
                    together.get(series).update(candles.get(series).get(i));
                }
            }

            for (int series = 0; series < 3; series++) {
                IndicatorGraph alone = loop(EVERYTHING);
                candles.get(series).forEach(alone::update);
                assertThat(row(together.get(series))).isEqualTo(row(alone));
                assertThat(saved(together.get(series))).isEqualTo(saved(alone));
            }
        }
    }

    @Test
    void allocateNothing() {
        IndicatorGraph graph = EVERYTHING.graph(Interval.ONE_MINUTE);
        double[] values = new double[graph.size()];
        List<Candle> candles = RandomCandles.of(5, 3_000);
        candles.forEach(graph::update);

        long allocated =
                Allocation.least(() -> {
                    for (int i = 0; i < candles.size(); i++) {
                        graph.update(candles.get(i));
                        graph.values(values);
                    }
                });

        assertThat(allocated).isZero();
    }

    private static void assertSameAsTheLoop(List<Candle> candles) {
        IndicatorGraph loop = loop(EVERYTHING);
        Shapes shapes = new Shapes();
        IndicatorGraph generated = EVERYTHING.graph(Interval.ONE_MINUTE, shapes);
        for (Candle candle : candles) {
            loop.update(candle);
            generated.update(candle);
            assertSameValues(generated, loop);
        }
        assertThat(shapes.count()).as("of minutes and of both longer intervals").isEqualTo(3);
        assertThat(saved(generated)).isEqualTo(saved(loop));
    }

    private static void assertSameValues(IndicatorGraph actual, IndicatorGraph expected) {
        assertThat(row(actual)).isEqualTo(row(expected));
    }

    private static IndicatorGraph loop(FeatureExpressions features) {
        return features.graph(Interval.ONE_MINUTE, new Shapes(0));
    }

    private static IndicatorGraph graph(String features, Shapes shapes) {
        return FeatureExpressions.parse(features).graph(Interval.ONE_MINUTE, shapes);
    }

    private static double[] row(IndicatorGraph graph) {
        double[] values = new double[graph.size()];
        graph.values(values);
        return values;
    }

    private static double[] reversed(double[] row) {
        return new double[] {row[1], row[0]};
    }
}

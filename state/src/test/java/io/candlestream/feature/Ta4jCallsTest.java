package io.candlestream.feature;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.codec.StateInput;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Ta4jCallsTest {

    private static final int KEPT = 512;
    private static final int STEP = 256;
    private static final int GROWN = KEPT + STEP;

    private static final String WITH_SOURCES =
            "ta4j(EMAIndicator,rsi(14),9), ta4j(HMAIndicator,ta4j(OnBalanceVolumeIndicator),20),"
                    + " ta4j(CovarianceIndicator,close,sma(volume,5),10), on(5m,ta4j(ChopIndicator,7))";

    @Nested
    class Values {

        /// Plain ta4j over the candles since the series began that is seen now.
        @ParameterizedTest
        @MethodSource("io.candlestream.feature.Ta4jOracle#all")
        void areThoseOfTa4jOverTheWindow(Ta4jOracle oracle) {
            List<Candle> candles = RandomCandles.of(1, GROWN + STEP + 40);
            IndicatorGraph graph = graph(oracle.expression());
            double[] whole = oracle.values(candles.subList(0, GROWN));
            double[] second = oracle.values(candles.subList(STEP, GROWN + STEP));
            double[] third = oracle.values(candles.subList(2 * STEP, candles.size()));

            double held = 0;
            for (int i = 0; i < candles.size(); i++) {
                graph.update(candles.get(i));
                double expected =
                        i < GROWN
                                ? whole[i]
                                : i < GROWN + STEP ? second[i - STEP] : third[i - 2 * STEP];
                held = Double.isFinite(expected) ? expected : held;
                if (graph.ready()) {
                    assertThat(graph.value(0)).as("candle %s", i + 1).isEqualTo(held);
                }
            }
            assertThat(graph.ready()).isTrue();
        }

        @Test
        void ofWhatNeverForgetsJumpWhereTheWindowBeginsAnew() {
            List<Candle> candles = RandomCandles.of(2, GROWN + 1);
            IndicatorGraph graph = graph("ta4j(OnBalanceVolumeIndicator), obv");
            double[] values = new double[2];
            candles.subList(0, GROWN).forEach(graph::update);
            graph.values(values);
            double difference = values[1] - values[0];
            assertThat(difference).isCloseTo(candles.getFirst().baseVolume(), within());

            graph.update(candles.getLast());

            graph.values(values);
            assertThat(values[1] - values[0]).isNotCloseTo(difference, within());
        }

        private static Offset<Double> within() {
            return Offset.offset(1e-6);
        }

        @Test
        void ofASourceAreTakenFromWhereItIsReady() {
            List<Candle> candles = RandomCandles.of(3, 300);
            IndicatorGraph graph = graph("ta4j(SMAIndicator,rsi(14),9), sma(rsi(14),9)");
            double[] values = new double[2];

            for (Candle candle : candles) {
                graph.update(candle);
                graph.values(values);
                assertThat(graph.ready(0)).isEqualTo(graph.ready(1));
                if (graph.ready()) {
                    assertThat(values[0]).isCloseTo(values[1], within());
                }
            }
        }

        @ParameterizedTest
        @MethodSource("io.candlestream.feature.Ta4jOracle#all")
        void areFiniteForEveryAcceptedCandle(Ta4jOracle oracle) {
            IndicatorGraph graph = graph(oracle.expression());
            Stream.of(
                            RandomCandles.absurd(1, 900).subList(0, 450),
                            RandomCandles.flat(0.3, 900).subList(450, 600),
                            RandomCandles.absurd(2, 900).subList(600, 900))
                    .flatMap(List::stream)
                    .forEach(candle -> {
                        graph.update(candle);
                        if (graph.ready()) {
                            assertThat(graph.value(0)).isFinite();
                        }
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("io.candlestream.feature.Ta4jOracle#all")
    void isReadyAfterExactlyTheWarmUpStated(Ta4jOracle oracle) {
        IndicatorGraph graph = graph(oracle.expression());
        int warmUp = graph.warmUp();
        List<Candle> candles = RandomCandles.of(4, warmUp + 20);

        for (int i = 0; i < candles.size(); i++) {
            assertThat(graph.ready()).as("after %s candles", i).isEqualTo(i >= warmUp);
            graph.update(candles.get(i));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ta4j(ChopIndicator,14)|15",
                "ta4j(SMAIndicator,20)|20",
                "ta4j(SMAIndicator,rsi(14),20)|34",
                "ta4j(OnBalanceVolumeIndicator)|1"
            })
    void warmsUpAsTa4jSays(String text, int candles) {
        assertThat(graph(text).warmUp()).isEqualTo(candles);
    }

    @Nested
    class Memory {

        @ParameterizedTest
        @ValueSource(ints = {0, 511, 767, 768, 769, 1000})
        void restoredItContinuesAsIfNeverStopped(int stop) {
            List<Candle> candles = RandomCandles.of(5, GROWN + STEP + 40);
            IndicatorGraph unbroken = everything();
            candles.subList(0, stop).forEach(unbroken::update);
            IndicatorGraph restored = everything();
            StateInput in = new StateInput(saved(unbroken));
            restored.restore(in);
            in.expectEnd();
            assertThat(saved(restored)).isEqualTo(saved(unbroken));

            for (Candle candle : candles.subList(stop, Math.min(stop + 40, candles.size()))) {
                unbroken.update(candle);
                restored.update(candle);
                assertThat(row(restored)).isEqualTo(row(unbroken));
            }
            assertThat(saved(restored)).isEqualTo(saved(unbroken));
        }

        @Test
        void isReplacedWhenRestored() {
            List<Candle> candles = RandomCandles.of(6, 900);
            IndicatorGraph fresh = graph(WITH_SOURCES);
            IndicatorGraph used = graph(WITH_SOURCES);
            candles.forEach(used::update);

            used.restore(new StateInput(saved(fresh)));

            for (Candle candle : candles) {
                fresh.update(candle);
                used.update(candle);
                assertThat(row(used)).isEqualTo(row(fresh));
            }
        }

        @Test
        void isOfConstantSizeAndOneWindowForAllThatReadTheCandle() {
            IndicatorGraph one = graph("ta4j(ChopIndicator,14)");
            IndicatorGraph three =
                    graph(
                            "ta4j(ChopIndicator,14), ta4j(HMAIndicator,20), ta4j(RSIIndicator,high,5)");
            int size = saved(three).length;

            assertThat(size - saved(one).length).isLessThan(50);
            for (Candle candle : RandomCandles.of(7, 1_100)) {
                three.update(candle);
                assertThat(saved(three)).hasSize(size);
            }
        }
    }

    @Test
    void isTheSameWhateverElseIsInTheGraph() {
        List<Ta4jOracle> all = Ta4jOracle.all().toList();
        List<IndicatorGraph> alone = all.stream().map(one -> graph(one.expression())).toList();
        IndicatorGraph together = everything();

        for (Candle candle : RandomCandles.of(8, 800)) {
            together.update(candle);
            double[] values = row(together);
            for (int i = 0; i < alone.size(); i++) {
                alone.get(i).update(candle);
                assertThat(new double[] {values[i]})
                        .as("%s", all.get(i))
                        .isEqualTo(row(alone.get(i)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ta4j( ChopIndicator, 14.0 )|ta4j(ChopIndicator,14,100)",
                "ta4j(HMAIndicator,20)|ta4j(HMAIndicator,close,20)",
                "ta4j(KRIIndicator,20)|ta4j(KRIIndicator,20)",
                "ta4j(ParabolicSarIndicator,0.010,0.1)|ta4j(ParabolicSarIndicator,0.01,0.1)",
                "ta4j(EMAIndicator,rsi(14),9)|ta4j(EMAIndicator,rsi(close,14),9)"
            })
    void hasOneCanonicalText(String text, String canonical) {
        assertThat(FeatureExpressions.parse(text).canonical()).containsExactly(canonical);
        assertThat(FeatureExpressions.parse(canonical).canonical()).containsExactly(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ta4j|column 1: ta4j takes the name of an indicator first, was given nothing",
                "ta4j()|column 1: ta4j takes the name of an indicator first, was given nothing",
                "ta4j(14)|column 6: ta4j takes the name of an indicator first, was 14",
                "ta4j(rsi(14),3)|column 6: ta4j takes the name of an indicator first, was rsi(14)",
                "sma(ta4j(ChopIndikator,14),3)|column 10: an indicator must be one of ta4j's, was ChopIndikator; did you mean ChopIndicator?",
                "ta4j(String)|column 6: an indicator must be one of ta4j's, was String; did you mean ATRIndicator?",
                "ta4j(CachedIndicator,3)|column 6: ta4j: an indicator must be a class that can be made, was CachedIndicator, a part of others",
                "ta4j(HammerIndicator)|column 6: ta4j: an indicator must give numbers, was HammerIndicator, which gives Boolean",
                "ta4j(ROCIndicator)|column 6: ROCIndicator takes (source, whole number), was given ()",
                "ta4j(ROCIndicator,14,3)|column 6: ROCIndicator takes (source, whole number), was given (14, 3)",
                "ta4j(NumIndicator)|column 6: NumIndicator takes what an expression cannot say, was given ()",
                "ta4j(ROCIndicator,source=high,3)|column 31: an argument without a key must come before those with one, was 3",
                "ta4j(ROCIndicator,3,source=high)|column 21: ta4j takes its arguments by their order, was given source=high",
                "ta4j(ROCIndicator,600)|column 19: ta4j takes a first number from 0 to 512, was 600",
                "ta4j(ROCIndicator,2.5)|column 19: ta4j takes a whole number as first number, was 2.5",
                "ta4j(ROCIndicator,hihg,3)|column 19: a name must be known, was hihg; did you mean high?",
                "ta4j(ROCIndicator,3).x|column 22: ta4j has one output without a name, was .x",
                "tabj(ROCIndicator,3)|column 1: a name must be known, was tabj; did you mean ta4j?"
            })
    void whatCannotBeIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> graph(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ta4j(SGMAIndicator,9,9)|column 1: ta4j: SGMAIndicator is refused by ta4j:",
                "sma(ta4j(IchimokuChikouSpanIndicator),3)|column 5: ta4j: IchimokuChikouSpanIndicator must have a number within 512 candles, had none;",
                "ta4j(DistanceFromMAIndicator,close)|column 1: ta4j: DistanceFromMAIndicator is refused by ta4j:"
            })
    void whatTa4jRefusesIsRefused(String text, String beginning) {
        assertThatThrownBy(() -> graph(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessageStartingWith(beginning);
    }

    private static IndicatorGraph everything() {
        String all = Ta4jOracle.all().map(Ta4jOracle::expression).collect(Collectors.joining(", "));
        return graph(all + ", " + WITH_SOURCES);
    }

    private static IndicatorGraph graph(String text) {
        return FeatureExpressions.parse(text).graph(Interval.ONE_MINUTE);
    }

    private static double[] row(IndicatorGraph graph) {
        double[] values = new double[graph.size()];
        graph.values(values);
        return values;
    }
}

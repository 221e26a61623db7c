package io.candlestream.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import io.candlestream.label.LabelRun.Labelled;
import io.candlestream.seed.Seeded;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ThresholdTest {

    private static final int HORIZON = 6;
    private static final int COUNT = 250;

    @Nested
    class InBasisPoints {

        @Seeded(runs = 500)
        void labelsAsThePlainComputation(long seed) {
            DirectionRule rule = new DirectionRule(HORIZON, 30);
            List<Candle> candles = LabelCandles.walk(seed, COUNT);
            double[] closes = LabelCandles.closesOf(candles);

            List<Labelled> labels = LabelRun.over(rule, candles);

            assertThat(labels).hasSize(COUNT - HORIZON);
            for (Labelled labelled : labels) {
                double forward = Plainly.forwardReturn(closes, labelled.candle(), HORIZON);
                assertThat(labelled.forwardReturn()).isEqualTo(forward);
                assertThat(labelled.label()).isEqualTo(rule.label(forward));
            }
        }

        @Test
        void flatIsExactlyOnTheCut() {
            assertThat(matured(new DirectionRule(1, 5_000), 1.5, 1)).isEqualTo(1);
            assertThat(matured(new DirectionRule(1, 5_000), Math.nextUp(1.5), 1)).isEqualTo(2);
            assertThat(matured(new DirectionRule(1, 5_000), 0.5, 1)).isEqualTo(1);
            assertThat(matured(new DirectionRule(1, 5_000), 0.5 - 0x1p-53, 1)).isZero();
        }
    }

    @Nested
    class OfVolatility {

        private final Threshold threshold = new Threshold.OfVolatility(0.8, 20);

        @Seeded(runs = 500)
        void labelsAsThePlainComputation(long seed) {
            List<Candle> candles = LabelCandles.walk(seed, COUNT);
            double[] closes = LabelCandles.closesOf(candles);

            List<Labelled> labels = LabelRun.over(new DirectionRule(HORIZON, threshold), candles);

            assertThat(labels).hasSize(COUNT - HORIZON - 20);
            for (Labelled labelled : labels) {
                double cut = 0.8 * Plainly.usualMove(closes, labelled.candle(), 20, HORIZON);
                double forward = Plainly.forwardReturn(closes, labelled.candle(), HORIZON);
                assertThat(labelled.label()).isEqualTo(plain(forward, -cut, cut));
            }
        }

        @Test
        void flatIsExactlyOnTheCut() {
            DirectionRule rule = new DirectionRule(1, new Threshold.OfVolatility(2, 20));

            assertThat(matured(rule, 1.5, 1, 0.25)).isEqualTo(1);
            assertThat(matured(rule, Math.nextUp(1.5), 1, 0.25)).isEqualTo(2);
            assertThat(matured(rule, 0.5, 1, 0.25)).isEqualTo(1);
            assertThat(matured(rule, 0.5 - 0x1p-53, 1, 0.25)).isZero();
        }

        @Test
        void withoutAnyFlatIsNotToMove() {
            DirectionRule rule = new DirectionRule(1, new Threshold.OfVolatility(1, 3));
            List<Candle> candles = LabelCandles.closes(7, 7, 7, 7, 7, 8);

            assertThat(LabelRun.over(rule, candles))
                    .extracting(Labelled::label)
                    .containsExactly(DirectionRule.FLAT, DirectionRule.UP);
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, -1, 1_000_001, Double.NaN})
        void refusesAMultipleOutOfRange(double multiple) {
            assertThatThrownBy(() -> new Threshold.OfVolatility(multiple, 20))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "volatility must be positive and at most 1000000.0, was " + multiple);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 0, 10_001})
        void refusesAWindowOutOfRange(int window) {
            assertThatThrownBy(() -> new Threshold.OfVolatility(1, window))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("window must be from 2 to 10000, was " + window);
        }
    }

    @Nested
    class Quantiles {

        private final Threshold threshold = new Threshold.Quantiles(0.3, 40);

        @Seeded(runs = 500)
        void labelsAsThePlainComputation(long seed) {
            List<Candle> candles = LabelCandles.walk(seed, COUNT);
            double[] closes = LabelCandles.closesOf(candles);

            List<Labelled> labels = LabelRun.over(new DirectionRule(HORIZON, threshold), candles);

            assertThat(labels).hasSize(COUNT - HORIZON - (HORIZON + 40 - 1));
            for (Labelled labelled : labels) {
                double[] known = Plainly.knownReturns(closes, labelled.candle(), 40, HORIZON);
                double forward = Plainly.forwardReturn(closes, labelled.candle(), HORIZON);
                assertThat(labelled.label()).isEqualTo(plain(forward, known[12], known[39 - 12]));
            }
        }

        @Test
        void flatIsExactlyOnTheCut() {
            DirectionRule rule = new DirectionRule(1, threshold);

            assertThat(matured(rule, 1.5, 1, 0.25, 0.5)).isEqualTo(1);
            assertThat(matured(rule, Math.nextUp(1.5), 1, 0.25, 0.5)).isEqualTo(2);
            assertThat(matured(rule, 1.25, 1, 0.25, 0.5)).isEqualTo(1);
            assertThat(matured(rule, Math.nextDown(1.25), 1, 0.25, 0.5)).isZero();
        }

        @Test
        void classesAreEquallyFrequentWhereMovesStayAlike() {
            Threshold third = new Threshold.Quantiles(1 / 3.0, 300);
            List<Candle> candles = LabelCandles.walk(11, 30_000);

            List<Labelled> labels = LabelRun.over(new DirectionRule(HORIZON, third), candles);

            // Counts of 29,689 labels, of which about one in six is independent of the others: a
            // standard deviation of the share of 0.007. Returns equal to a cut are flat.
            for (int label = 0; label < 3; label++) {
                int wanted = label;
                long count = labels.stream().filter(l -> l.label() == wanted).count();
                assertThat(count / (double) labels.size()).isBetween(0.30, 0.37);
            }
        }

        @Test
        void whatRisesLessThanUsualIsDown() {
            double[] closes = IntStream.range(0, 40).mapToDouble(i -> 100 + i * i).toArray();
            closes[39] = closes[38] * 1.0001;
            Threshold narrow = new Threshold.Quantiles(0.2, 10);

            List<Labelled> labels =
                    LabelRun.over(new DirectionRule(1, narrow), LabelCandles.closes(closes));

            assertThat(labels.getLast().forwardReturn()).isPositive();
            assertThat(labels.getLast().label()).isEqualTo(DirectionRule.DOWN);
        }

        @ParameterizedTest
        @CsvSource({"0.5, 100", "0, 100", "0.009, 100", "0.4, 2", "NaN, 100", "-0.1, 100"})
        void refusesAShareOutOfRange(double share, int window) {
            assertThatThrownBy(() -> new Threshold.Quantiles(share, window))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "quantile must be below 0.5 and at least 1 of a window of %d, was %s"
                                    .formatted(window, share));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 10_001})
        void refusesAWindowOutOfRange(int window) {
            assertThatThrownBy(() -> new Threshold.Quantiles(0.3, window))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("window must be from 2 to 10000, was " + window);
        }
    }

    /// The label of a prediction that kept these numbers, one candle later.
    private static int matured(LabelRule rule, double closeNow, double... kept) {
        Labeller labeller = rule.create();
        labeller.update(LabelCandles.closes(closeNow).getFirst());
        labeller.mature(new KeptRows(kept));
        return labeller.label();
    }

    private static int plain(double forward, double lower, double upper) {
        if (forward > upper) {
            return DirectionRule.UP;
        }
        return forward < lower ? DirectionRule.DOWN : DirectionRule.FLAT;
    }
}

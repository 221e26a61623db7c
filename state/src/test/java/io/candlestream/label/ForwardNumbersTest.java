package io.candlestream.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.label.LabelRun.Labelled;
import io.candlestream.seed.Seeded;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// [ForwardReturnRule], [ForwardVolatilityRule] and [QScoreRule].
final class ForwardNumbersTest {

    private static final int HORIZON = 6;
    private static final int COUNT = 250;

    @Nested
    class ForwardReturn {

        @Seeded(runs = 500)
        void isThePlainOne(long seed) {
            List<Candle> candles = LabelCandles.walk(seed, COUNT);
            double[] closes = LabelCandles.closesOf(candles);

            List<Labelled> labels = LabelRun.over(new ForwardReturnRule(HORIZON), candles);

            assertThat(labels).hasSize(COUNT - HORIZON);
            for (Labelled labelled : labels) {
                assertThat(labelled.value())
                        .isEqualTo(labelled.forwardReturn())
                        .isEqualTo(Plainly.forwardReturn(closes, labelled.candle(), HORIZON));
            }
        }
    }

    @Nested
    class ForwardVolatility {

        @Seeded(runs = 500)
        void isThePlainOne(long seed) {
            List<Candle> candles = LabelCandles.walk(seed, COUNT);
            double[] closes = LabelCandles.closesOf(candles);

            List<Labelled> labels = LabelRun.over(new ForwardVolatilityRule(HORIZON), candles);

            assertThat(labels).hasSize(COUNT - HORIZON);
            for (Labelled labelled : labels) {
                double squares = 0;
                for (int s = labelled.candle() + 1; s <= labelled.candle() + HORIZON; s++) {
                    squares += Plainly.move(closes, s) * Plainly.move(closes, s);
                }
                assertThat(labelled.value()).isEqualTo(Math.sqrt(squares / HORIZON));
            }
        }

        @Test
        void ofOneCandleIsTheSizeOfItsMove() {
            List<Candle> candles = LabelCandles.closes(1, 2, 2, 1);

            assertThat(LabelRun.over(new ForwardVolatilityRule(1), candles))
                    .extracting(Labelled::value)
                    .containsExactly(StrictMath.log(2), 0.0, StrictMath.log(2));
        }

        @Test
        void isOfWhatComesAndNotOfTheMoveBefore() {
            List<Candle> candles = LabelCandles.closes(1, 100, 100, 100);

            assertThat(LabelRun.over(new ForwardVolatilityRule(2), candles).get(1).value())
                    .isZero();
        }
    }

    @Nested
    class QScore {

        private final QScoreRule rule = new QScoreRule(HORIZON, 1.5, 20);

        @Seeded(runs = 500)
        void isThePlainOne(long seed) {
            List<Candle> candles = LabelCandles.walk(seed, COUNT);
            double[] closes = LabelCandles.closesOf(candles);

            List<Labelled> labels = LabelRun.over(rule, candles);

            assertThat(labels).hasSize(COUNT - HORIZON - 20);
            for (Labelled labelled : labels) {
                int t = labelled.candle();
                double move = StrictMath.log(closes[t + HORIZON] / closes[t]);
                double usual = Plainly.usualMove(closes, t, 20, HORIZON);
                double plain =
                        usual == 0
                                ? move > 0 ? 1 : move < 0 ? 0 : 0.5
                                : 1 / (1 + StrictMath.exp(-1.5 * move / usual));
                assertThat(labelled.value()).isCloseTo(plain, within(1e-12)).isBetween(0.0, 1.0);
            }
        }

        @Test
        void isOneHalfWhereNothingMoved() {
            assertThat(matured(5, 5, 0.25)).isEqualTo(0.5);
            assertThat(matured(5, 5, 0)).isEqualTo(0.5);
        }

        @Test
        void isTheDirectionWhereNothingHadVaried() {
            assertThat(matured(5, Math.nextUp(5.0), 0)).isEqualTo(1);
            assertThat(matured(5, Math.nextDown(5.0), 0)).isZero();
        }

        @Test
        void ofAUsualMoveIsTheLogisticFunctionOfTheScale() {
            // 1 / (1 + e^-1.5)
            assertThat(matured(1, 2, StrictMath.log(2)))
                    .isCloseTo(0.817574476193643, within(1e-14));
            assertThat(matured(2, 1, StrictMath.log(2)))
                    .isCloseTo(1 - 0.817574476193643, within(1e-14));
        }

        @Test
        void staysInRangeHoweverFarThePriceGoes() {
            assertThat(matured(1e-30, 1e30, Double.MIN_VALUE)).isEqualTo(1);
            assertThat(matured(1e30, 1e-30, Double.MIN_VALUE)).isZero();
            assertThat(matured(1, 1, Double.MIN_VALUE)).isEqualTo(0.5);
        }

        private double matured(double closeThen, double closeNow, double usualMove) {
            Labeller labeller = rule.create();
            labeller.update(LabelCandles.closes(closeNow).getFirst());
            labeller.mature(new KeptRows(new double[] {closeThen, usualMove}));
            return labeller.value();
        }
    }
}

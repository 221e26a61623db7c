package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LearningRateTest {

    @Nested
    class Constant {

        private final LearningRate rate = new LearningRate.Constant(0.05);

        @Test
        void isTheSameForEveryExample() {
            assertThat(rate.at(1)).isEqualTo(0.05);
            assertThat(rate.at(Long.MAX_VALUE)).isEqualTo(0.05);
        }

        @Test
        void isWrittenCanonically() {
            assertThat(rate.expression()).isEqualTo("constant(0.05)");
        }
    }

    @Nested
    class InverseScaling {

        @Test
        void startsAtItsRateAndFallsWithThePower() {
            assertThat(new LearningRate.InverseScaling(0.5, 0.5).at(1)).isEqualTo(0.5);
            assertThat(new LearningRate.InverseScaling(0.5, 0.5).at(16)).isEqualTo(0.125);
            assertThat(new LearningRate.InverseScaling(0.5, 0.25).at(16)).isEqualTo(0.25);
            assertThat(new LearningRate.InverseScaling(0.5, 0.75).at(16)).isEqualTo(0.0625);
            assertThat(new LearningRate.InverseScaling(0.5, 1).at(16)).isEqualTo(0.03125);
            assertThat(new LearningRate.InverseScaling(0.5, 0).at(16)).isEqualTo(0.5);
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, 0.1, 0.25, 0.3, 0.5, 0.75, 0.9, 1})
        void isTheRateOverThePower(double power) {
            LearningRate rate = new LearningRate.InverseScaling(0.05, power);

            for (long step = 1; step < 1L << 60; step = 3 * step + 1) {
                double expected = 0.05 / StrictMath.pow((double) step, power);
                assertThat(rate.at(step)).isCloseTo(expected, within(1e-15 * expected));
            }
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, 0.1, 0.25, 0.5, 0.75, 1})
        void isPositiveAndNeverRises(double power) {
            LearningRate rate = new LearningRate.InverseScaling(LearningRate.SMALLEST, power);

            double last = rate.at(1);
            for (long step = 2; step < 1L << 60; step = step < 1000 ? step + 1 : 5 * step / 4) {
                assertThat(rate.at(step)).isPositive().isLessThanOrEqualTo(last);
                last = rate.at(step);
            }
            assertThat(rate.at(Long.MAX_VALUE)).isPositive();
        }

        @Test
        void isWrittenCanonically() {
            assertThat(new LearningRate.InverseScaling(0.05, 0.25).expression())
                    .isEqualTo("inverse_scaling(0.05,0.25)");
        }

        @ParameterizedTest
        @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
        void refusesAPowerOutOfRange(double power) {
            assertThatThrownBy(() -> new LearningRate.InverseScaling(0.1, power))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("power must be from 0 to 1, was " + power);
        }
    }

    @Nested
    class Optimal {

        @Test
        void isBottousWithTheStartOfScikitLearn() {
            LearningRate rate = new LearningRate.Optimal(1e-4);

            // t0 = 1 / (10 * 1e-4) = 1000
            assertThat(rate.at(1)).isCloseTo(10, within(1e-14));
            assertThat(rate.at(1_001)).isCloseTo(1 / (1e-4 * 2_000), within(1e-14));
            assertThat(rate.expression()).isEqualTo("optimal(1.0E-4)");
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, 1e-13, 1.1, Double.NaN})
        void refusesAnAlphaOutOfRange(double alpha) {
            assertThatThrownBy(() -> new LearningRate.Optimal(alpha))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("alpha must be from 1.0E-12 to 1, was " + alpha);
        }
    }

    @Nested
    class Cosine {

        private final LearningRate rate = new LearningRate.Cosine(0.5, 0.1, 1_000);

        @Test
        void followsTheCosineAndStartsAgain() {
            for (long step = 1; step <= 2_500; step++) {
                double wave = StrictMath.cos(Math.PI * ((step - 1) % 1_000) / 1_000);
                double expected = 0.1 + 0.4 * (1 + wave) / 2;
                assertThat(rate.at(step)).isCloseTo(expected, within(1e-15)).isBetween(0.1, 0.5);
            }
            assertThat(rate.at(1)).isEqualTo(rate.at(1_001)).isEqualTo(0.5);
        }

        @Test
        void isWrittenCanonically() {
            assertThat(rate.expression()).isEqualTo("cosine(0.5,0.1,1000)");
        }

        @Test
        void refusesNumbersOutOfRange() {
            assertThatThrownBy(() -> new LearningRate.Cosine(0.5, 0.6, 10))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("least must be from 1.0E-12 to the rate, was 0.6");
            assertThatThrownBy(() -> new LearningRate.Cosine(0.5, 0.1, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("period must be from 2 to 1000000000, was 1");
        }
    }

    @Nested
    class Adaptive {

        private final LearningRate schedule = new LearningRate.Adaptive(0.5, 4, 0.1);

        @Test
        void fallsAfterABlockThatIsNoBetter() {
            Rates rates = new Rates(schedule);
            double[] losses = {2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 0.5, 1, 1, 1, 1, 1, 1};
            double[] expected = new double[17];
            Arrays.fill(expected, 0, 16, 0.5);
            // Blocks of mean 2, 1, 0.875 and 1: the fourth is no better than the third.
            expected[16] = 0.1;

            for (int i = 0; i < losses.length; i++) {
                assertThat(rates.at(i + 1, losses[i])).isEqualTo(expected[i]);
            }
        }

        @Test
        void fallsNoFurtherThanTheLeast() {
            Rates rates = new Rates(schedule);
            double rate = 0;
            for (int i = 1; i <= 1_000; i++) {
                rate = rates.at(i, 1);
            }

            assertThat(rate).isEqualTo(LearningRate.Adaptive.LEAST);
        }

        @Test
        void isOnlyForModelsThatKnowTheirLosses() {
            assertThat(schedule.expression()).isEqualTo("adaptive(0.5,4,0.1)");
            assertThatThrownBy(() -> new ModelConfig.Softmax(schedule, 0, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "learning rate must follow from the number of the example, was"
                                    + " adaptive(0.5,4,0.1)");
        }

        @Test
        void refusesNumbersOutOfRange() {
            assertThatThrownBy(() -> new LearningRate.Adaptive(0.5, 1, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("patience must be from 2 to 1000000000, was 1");
            assertThatThrownBy(() -> new LearningRate.Adaptive(0.5, 2, -1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("tolerance must be at least 0 and finite, was -1.0");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1e-13, 1001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesARateOutOfRange(double rate) {
        assertThatThrownBy(() -> new LearningRate.Constant(rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate must be from 1.0E-12 to 1000.0, was " + rate);
        assertThatThrownBy(() -> new LearningRate.InverseScaling(rate, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAStepBeforeTheFirst() {
        assertThatThrownBy(() -> new LearningRate.Constant(0.1).at(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("step must be at least 1, was 0");
        assertThatThrownBy(() -> new LearningRate.InverseScaling(0.1, 0.5).at(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("step must be at least 1, was -1");
    }
}

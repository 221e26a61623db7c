package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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

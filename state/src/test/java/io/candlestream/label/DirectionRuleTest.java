package io.candlestream.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DirectionRuleTest {

    private final DirectionRule rule = new DirectionRule(12, 10);

    @Nested
    class Labels {

        @ParameterizedTest
        @CsvSource({"0.0011, 2", "0.0009, 1", "0, 1", "-0.0009, 1", "-0.0011, 0", "5, 2", "-1, 0"})
        void compareTheReturnWithTheThreshold(double forwardReturn, int label) {
            assertThat(rule.label(forwardReturn)).isEqualTo(label);
        }

        @Test
        void areFlatExactlyOnTheThreshold() {
            double threshold = 10.0 / 10_000;

            assertThat(rule.label(threshold)).isEqualTo(DirectionRule.FLAT);
            assertThat(rule.label(Math.nextUp(threshold))).isEqualTo(DirectionRule.UP);
            assertThat(rule.label(-threshold)).isEqualTo(DirectionRule.FLAT);
            assertThat(rule.label(Math.nextDown(-threshold))).isEqualTo(DirectionRule.DOWN);
        }

        @Test
        void withoutAThresholdAreFlatOnlyWhenNothingMoved() {
            DirectionRule sign = new DirectionRule(1, 0);

            assertThat(sign.label(sign.forwardReturn(7, 7))).isEqualTo(DirectionRule.FLAT);
            assertThat(sign.label(Double.MIN_VALUE)).isEqualTo(DirectionRule.UP);
            assertThat(sign.label(-Double.MIN_VALUE)).isEqualTo(DirectionRule.DOWN);
            assertThat(sign.label(-0.0)).isEqualTo(DirectionRule.FLAT);
        }

        @Test
        void areNamedInTheOrderOfTheirIndices() {
            assertThat(DirectionRule.CLASS_NAMES).containsExactly("down", "flat", "up");
            assertThat(DirectionRule.CLASS_NAMES.get(DirectionRule.DOWN)).isEqualTo("down");
            assertThat(DirectionRule.CLASS_NAMES.get(DirectionRule.FLAT)).isEqualTo("flat");
            assertThat(DirectionRule.CLASS_NAMES.get(DirectionRule.UP)).isEqualTo("up");
        }
    }

    @Test
    void forwardReturnIsTheRatioLessOne() {
        assertThat(rule.forwardReturn(100, 101)).isCloseTo(0.01, within(1e-15));
        assertThat(rule.forwardReturn(100, 50)).isEqualTo(-0.5);
        assertThat(rule.forwardReturn(1e-30, 1e30)).isCloseTo(1e60, within(1e45));
    }

    @Test
    void isWrittenCanonically() {
        assertThat(rule.expression()).isEqualTo("direction(horizon=12,threshold_bps=10.0)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100_001})
    void refusesAHorizonOutOfRange(int horizon) {
        assertThatThrownBy(() -> new DirectionRule(horizon, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("horizon must be from 1 to 100000, was " + horizon);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAThresholdOutOfRange(double thresholdBps) {
        assertThatThrownBy(() -> new DirectionRule(12, thresholdBps))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "threshold in basis points must be finite and at least 0, was "
                                + thresholdBps);
    }
}

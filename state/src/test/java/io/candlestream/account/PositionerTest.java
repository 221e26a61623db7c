package io.candlestream.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PositionerTest {

    private static double[] decided(PositionRule rule, Sides sides, double... scores) {
        Positioner positioner = new Positioner(rule, sides);
        return Arrays.stream(scores).map(positioner::decide).toArray();
    }

    @Nested
    class Score {

        @Test
        void isTheShareOfRisingInWhatIsNotFlat() {
            assertThat(Positioner.score(new double[] {0.1, 0.6, 0.3})).isEqualTo(0.3 / 0.4);
        }

        @Test
        void takesAllClassesOnASideTogether() {
            assertThat(Positioner.score(new double[] {0.125, 0.125, 0.25, 0.25, 0.25}))
                    .isEqualTo(0.5 / 0.75);
        }

        @Test
        void hasNoMiddleWithTwoClasses() {
            assertThat(Positioner.score(new double[] {0.25, 0.75})).isEqualTo(0.75);
        }

        @Test
        void isUndecidedWhereAllIsFlat() {
            assertThat(Positioner.score(new double[] {0, 1, 0})).isEqualTo(0.5);
        }
    }

    @Nested
    class Decisions {

        @Test
        void keepAPositionBetweenTheThresholds() {
            PositionRule rule = new PositionRule(0.6, 0.4, 0.2, 0);

            assertThat(decided(rule, Sides.LONG, 0.59, 0.6, 0.41, 0.4, 0.5, 0.3))
                    .containsExactly(0, 1, 1, 0, 0, 0);
            assertThat(decided(rule, Sides.LONG_SHORT, 0.5, 0.6, 0.41, 0.4, 0.59, 0.6))
                    .containsExactly(0, 1, 1, -1, -1, 1);
        }

        @Test
        void holdNothingBetweenThemWithoutHysteresis() {
            PositionRule rule = new PositionRule(0.6, 0.4, 0, 0);

            assertThat(decided(rule, Sides.LONG_SHORT, 0.6, 0.59, 0.4, 0.41, 0.61, 0.39))
                    .containsExactly(1, 0, -1, 0, 1, -1);
        }

        @Test
        void leaveWhereTheScoreFallsBehindByMoreThanTheHysteresis() {
            PositionRule rule = new PositionRule(0.75, 0.25, 0.25, 0);

            assertThat(decided(rule, Sides.LONG_SHORT, 0.75, 0.5, 0.49, 0.25, 0.5, 0.51))
                    .containsExactly(1, 1, 0, -1, -1, 0);
        }

        @Test
        void holdForTheMinimumWhateverComes() {
            PositionRule rule = new PositionRule(0.6, 0.4, 0.2, 3);

            assertThat(decided(rule, Sides.LONG_SHORT, 0.6, 0, 0, 0, 1, 1, 1))
                    .containsExactly(1, 1, 1, -1, -1, -1, 1);
        }

        @Test
        void areFlatWhereNothingIsToBeHeld() {
            Positioner positioner = new Positioner(new PositionRule(0.6, 0.4, 0.2, 5), Sides.LONG);
            positioner.decide(0.9);

            assertThat(positioner.leave()).isZero();
            assertThat(positioner.decide(0.5)).isZero();
        }
    }

    @Nested
    class Sizes {

        private static PositionRule sized(SizeRule.Kind kind, double payoff, double cap) {
            return new PositionRule(0.6, 0.4, 0.2, 0, new SizeRule(kind, 0.5, payoff, cap));
        }

        @Test
        void growWithConfidenceAndStayWhileAPositionIsHeld() {
            PositionRule rule = sized(SizeRule.Kind.CONFIDENCE, 1, 1);

            assertThat(decided(rule, Sides.LONG_SHORT, 0.75, 0.875, 0.5, 0.25, 0.125, 1))
                    .containsExactly(0.5, 0.5, 0.5, -0.5, -0.5, 1);
        }

        @Test
        void areAFractionOfKellysUpToTheCap() {
            // Half of 0.75 - 0.25 / 2, and half of 1, cut.
            assertThat(decided(sized(SizeRule.Kind.KELLY, 2, 0.4), Sides.LONG, 0.75))
                    .containsExactly(0.3125);
            assertThat(decided(sized(SizeRule.Kind.KELLY, 2, 0.4), Sides.LONG_SHORT, 0, 1))
                    .containsExactly(-0.4, 0.4);
        }

        @Test
        void areNothingWhereTheOddsAreAgainstIt() {
            // 0.6 - 0.4 / 0.5 is below 0.
            assertThat(decided(sized(SizeRule.Kind.KELLY, 0.5, 1), Sides.LONG_SHORT, 0.6, 0.4))
                    .containsExactly(0, 0);
        }

        @Test
        void thatAreNoneAreRefused() {
            assertThatThrownBy(() -> new SizeRule(SizeRule.Kind.KELLY, 0, 1, 1))
                    .hasMessage("Kelly fraction must be above 0 and at most 1.0, was 0.0");
            assertThatThrownBy(() -> new SizeRule(SizeRule.Kind.FULL, 1, 1, Double.NaN))
                    .hasMessage("cap must be above 0 and at most 1.0, was NaN");
        }
    }

    @Test
    void thresholdsTheWrongWayRoundAreRefused() {
        assertThatThrownBy(() -> new PositionRule(0.4, 0.6, 0, 0))
                .hasMessage("sell must be below buy and both from 0 to 1, were 0.6 and 0.4");
    }
}

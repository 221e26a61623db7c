package io.candlestream.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ScoringRulesTest {

    @Test
    void logLossIsMinusTheNaturalLogarithm() {
        assertThat(ScoringRules.logLoss(1 / Math.E)).isCloseTo(1, within(1e-15));
        assertThat(ScoringRules.logLoss(0.5)).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void logLossOfCertaintyIsZeroAndNeverNegative() {
        assertThat(ScoringRules.logLoss(1)).isEqualTo(0.0);
        assertThat(ScoringRules.logLoss(Math.nextUp(1.0))).isEqualTo(0.0);
    }

    @Test
    void logLossIsBoundedByTheFloor() {
        double bound = -StrictMath.log(1e-15);

        assertThat(ScoringRules.logLoss(0)).isEqualTo(bound);
        assertThat(ScoringRules.logLoss(1e-16)).isEqualTo(bound);
        assertThat(ScoringRules.logLoss(2e-15)).isLessThan(bound);
    }

    @Test
    void brierScoreSumsTheSquaredErrors() {
        // (0.2 - 0)^2 + (0.5 - 1)^2 + (0.3 - 0)^2
        assertThat(ScoringRules.brierScore(new double[] {0.2, 0.5, 0.3}, 1))
                .isCloseTo(0.38, within(1e-15));
    }

    @Test
    void brierScoreIsFromZeroToTwo() {
        assertThat(ScoringRules.brierScore(new double[] {0, 1}, 1)).isZero();
        assertThat(ScoringRules.brierScore(new double[] {0, 1}, 0)).isEqualTo(2);
    }
}

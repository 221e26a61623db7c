package io.candlestream.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SharpeEvidenceTest {

    /// Mean 1, sample deviation 2, central moments 3, 6 and 21; z = 1.217482258673933.
    @Test
    void isThatOfTheFormula() {
        SharpeEvidence evidence = SharpeEvidence.of(new double[] {0, 0, 0, 4});

        assertThat(evidence.sharpeRatio()).isEqualTo(0.5);
        assertThat(evidence.skewness()).isCloseTo(6 / Math.sqrt(27), within(1e-12));
        assertThat(evidence.kurtosis()).isCloseTo(21 / 9.0, within(1e-12));
        assertThat(evidence.probability()).isCloseTo(0.8882896087382457, within(1e-9));
    }

    @Test
    void isEvenWhereNothingWasGained() {
        assertThat(SharpeEvidence.of(new double[] {1, -1, 1, -1}).probability())
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void hasNoValueWhereNothingMoved() {
        assertThat(SharpeEvidence.of(new double[5]).probability()).isNaN();
    }
}

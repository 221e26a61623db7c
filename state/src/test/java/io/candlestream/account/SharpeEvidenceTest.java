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

    /// The example of Bailey and Lopez de Prado (2014): 100 trials, a variance of 1/2 of a year of
    /// 250 days, a ratio of 2.5 of a year over 1,250 days, skewness -3 and kurtosis 10.
    @Test
    void isDeflatedAsInTheExampleOfItsAuthors() {
        double luckiest = SharpeEvidence.luckiest(100, Math.sqrt(0.5 / 250));
        SharpeEvidence evidence =
                new SharpeEvidence(1_250, 2.5 / Math.sqrt(250), -3, 10, Double.NaN);

        assertThat(luckiest).isCloseTo(0.1132, within(5e-5));
        assertThat(evidence.probabilityAbove(luckiest)).isCloseTo(0.9004, within(5e-5));
    }

    @Test
    void isNotDeflatedByOneTrial() {
        SharpeEvidence evidence = SharpeEvidence.of(new double[] {0, 0, 0, 4});

        assertThat(SharpeEvidence.luckiest(1, 7)).isZero();
        assertThat(evidence.probabilityAbove(0)).isEqualTo(evidence.probability());
    }

    @Test
    void asksForMoreWithEveryTrial() {
        double before = 0;
        for (int trials = 2; trials < 1_000; trials++) {
            double luckiest = SharpeEvidence.luckiest(trials, 0.1);
            assertThat(luckiest).isGreaterThan(before);
            before = luckiest;
        }
    }
}

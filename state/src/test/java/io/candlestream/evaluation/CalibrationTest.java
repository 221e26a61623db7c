package io.candlestream.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class CalibrationTest implements MeasureContract<Calibration> {

    private final Outcomes outcomes = new Outcomes(3);

    @Override
    public Calibration fresh() {
        return Calibration.fading(10);
    }

    @Override
    public void step(Calibration calibration, int i) {
        calibration.update(outcomes.probabilities(i)[0], outcomes.label(i) == 0);
    }

    @Override
    public int doubleAt() {
        return Double.BYTES;
    }

    @Test
    void isZeroOfNothing() {
        Calibration calibration = Calibration.allTime();

        assertThat(calibration.expectedError()).isZero();
        assertThat(calibration.weight(4)).isZero();
        assertThat(calibration.confidence(4)).isZero();
        assertThat(calibration.accuracy(4)).isZero();
    }

    @Test
    void isTheWeightedDistanceOfConfidenceAndAccuracy() {
        Calibration calibration = Calibration.allTime();

        calibration.update(0.82, true);
        calibration.update(0.88, false);
        calibration.update(0.65, true);
        calibration.update(0.95, true);

        assertThat(calibration.weight(8)).isEqualTo(2);
        assertThat(calibration.confidence(8)).isCloseTo(0.85, within(1e-15));
        assertThat(calibration.accuracy(8)).isEqualTo(0.5);
        // 2/4 * 0.35 + 1/4 * 0.35 + 1/4 * 0.05
        assertThat(calibration.expectedError()).isCloseTo(0.275, within(1e-15));
    }

    @Test
    void theUpperEndOfABinBelongsToTheNextAndOneToTheLast() {
        Calibration calibration = Calibration.allTime();

        calibration.update(0.5, true);
        calibration.update(1, true);
        calibration.update(0, false);

        assertThat(calibration.weight(5)).isEqualTo(1);
        assertThat(calibration.weight(9)).isEqualTo(1);
        assertThat(calibration.weight(0)).isEqualTo(1);
        assertThat(calibration.expectedError()).isCloseTo(0.5 / 3, within(1e-15));
    }

    @Test
    void isSmallForAForecasterThatKnowsHowSureItIs() {
        Calibration honest = Calibration.allTime();
        Calibration boastful = Calibration.allTime();
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            double probability = random.nextDouble(0.5, 0.8);
            boolean hit = random.nextDouble() < probability;
            honest.update(probability, hit);
            boastful.update(probability + 0.2, hit);
        }

        assertThat(honest.expectedError()).isLessThan(0.01);
        assertThat(boastful.expectedError()).isCloseTo(0.2, within(0.01));
    }

    @Test
    void refusesWhatIsNoProbabilityAndNoBin() {
        Calibration calibration = Calibration.allTime();

        assertThatThrownBy(() -> calibration.update(1.1, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("confidence must be from 0 to 1, was 1.1");
        assertThatThrownBy(() -> calibration.update(Double.NaN, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calibration.weight(10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bin must be from 0 to 9, was 10");
    }
}

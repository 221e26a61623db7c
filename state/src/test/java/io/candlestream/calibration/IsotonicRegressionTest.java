package io.candlestream.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.golden.GoldenBytes;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class IsotonicRegressionTest implements LearningCalibratorContract {

    @Override
    public CalibrationConfig config() {
        return new CalibrationConfig.Isotonic(1_000, 50);
    }

    @Override
    public CalibrationConfig small() {
        return new CalibrationConfig.Isotonic(60, 7);
    }

    @Override
    public int doubleAt() {
        return 3 * Integer.BYTES;
    }

    @Override
    public double greatestHarm() {
        return 0.01;
    }

    @Override
    public double greatestExcess() {
        return 0.02;
    }

    @Override
    public double greatestError() {
        return 0.03;
    }

    @Test
    void aClassWithTooLittleEvidencePassesThrough() {
        Calibrator calibrator = new CalibrationConfig.Isotonic(100, 100).create(2);
        double[] calibrated = new double[2];
        for (int i = 0; i < 100; i++) {
            calibrator.learn(new double[] {0.6, 0.4}, i < 9 ? 1 : 0);
        }

        calibrator.calibrate(new double[] {0.6, 0.4}, calibrated);

        assertThat(calibrated).containsExactly(new double[] {0.6, 0.4}, within(1e-15));
    }

    /// Of 0.6 came true (10 + 1/2) / (100 + 1), of 0.4 (90 + 1/2) / (100 + 1).
    @Test
    void withEvidenceItIsTheSmoothedShareOfHits() {
        Calibrator calibrator = new CalibrationConfig.Isotonic(100, 100).create(2);
        double[] calibrated = new double[2];
        for (int i = 0; i < 100; i++) {
            calibrator.calibrate(new double[] {0.6, 0.4}, calibrated);
            assertThat(calibrated).containsExactly(new double[] {0.6, 0.4}, within(1e-15));
            calibrator.learn(new double[] {0.6, 0.4}, i < 10 ? 0 : 1);
        }

        calibrator.calibrate(new double[] {0.6, 0.4}, calibrated);

        assertThat(calibrated)
                .containsExactly(new double[] {10.5 / 101, 90.5 / 101}, within(1e-15));
    }

    @Test
    void writesTheSameBytesAsEver() throws IOException {
        GoldenBytes.assertSavedAs(
                "calibration/isotonic-three-classes-after-100.hex", Taught.by(small(), 100));
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThat(config().expression()).isEqualTo("isotonic(window=1000,every=50)");
        assertThatThrownBy(() -> new CalibrationConfig.Isotonic(49, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window must be from 50 to 10000, was 49");
        assertThatThrownBy(() -> new CalibrationConfig.Isotonic(100, 101))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("every must be from 1 to the window 100, was 101");
    }
}

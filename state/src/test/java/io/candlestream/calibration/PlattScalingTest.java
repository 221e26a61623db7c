package io.candlestream.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.golden.GoldenBytes;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PlattScalingTest implements LearningCalibratorContract {

    @Override
    public CalibrationConfig config() {
        return new CalibrationConfig.Platt(0.01);
    }

    @Override
    public int doubleAt() {
        return 0;
    }

    @Override
    public double greatestHarm() {
        return 0.006;
    }

    @Override
    public double greatestExcess() {
        return 0.02;
    }

    @Override
    public double greatestError() {
        return 0.02;
    }

    /// The gradient of (a_0, b_0) is (-0.5 ln 0.5, -0.5) where the first of two equal classes comes
    /// true, that of the other the opposite: scores are (1 - 0.1 ln 2 / 2) ln 0.5 + 0.05 and (1 +
    /// 0.1 ln 2 / 2) ln 0.5 - 0.05.
    @Test
    void theFirstStepIsTheGradientTimesTheRate() {
        Calibrator calibrator = new CalibrationConfig.Platt(0.1).create(2);
        double[] calibrated = new double[2];

        calibrator.learn(new double[] {0.5, 0.5}, 0);
        calibrator.calibrate(new double[] {0.5, 0.5}, calibrated);

        double ln2 = StrictMath.log(2);
        double difference = 0.1 * (1 + ln2 * ln2);
        assertThat(calibrated[0]).isCloseTo(1 / (1 + StrictMath.exp(-difference)), within(1e-15));
    }

    @Test
    void mendsAClassThatIsSaidTooOften() {
        Random random = new Random(1);
        Calibrator calibrator = config().create(2);
        double[] calibrated = new double[2];
        double mean = 0;
        for (int i = 0; i < 20_000; i++) {
            double[] raw = {0.8, 0.2};
            calibrator.calibrate(raw, calibrated);
            mean += i < 10_000 ? 0 : calibrated[0] / 10_000;
            calibrator.learn(raw, random.nextDouble() < 0.3 ? 0 : 1);
        }

        assertThat(mean).isCloseTo(0.3, within(0.01));
    }

    @Test
    void writesTheSameBytesAsEver() throws IOException {
        GoldenBytes.assertSavedAs(
                "calibration/platt-three-classes-after-100.hex", Taught.by(config(), 100));
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThat(config().expression()).isEqualTo("platt(learning_rate=0.01)");
        assertThatThrownBy(() -> new CalibrationConfig.Platt(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("learning rate must be above 0 and at most 1, was NaN");
    }
}

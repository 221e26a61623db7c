package io.candlestream.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.golden.GoldenBytes;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class TemperatureScalingTest implements LearningCalibratorContract {

    @Override
    public CalibrationConfig config() {
        return new CalibrationConfig.Temperature(0.01);
    }

    @Override
    public int doubleAt() {
        return 0;
    }

    @Override
    public double greatestHarm() {
        return 0.003;
    }

    @Override
    public double greatestExcess() {
        return 0.003;
    }

    @Override
    public double greatestError() {
        return 0.02;
    }

    /// At the temperature 1 and of (0.8, 0.2): ln 0.2 - (0.8 ln 0.8 + 0.2 ln 0.2) = 0.8 ln(0.2 /
    /// 0.8), so the first step is ln T = 0.8 ln 4, halved by the rate, and q = 0.8^(1/T) as a part.
    @Test
    void theFirstStepIsTheGradientTimesTheRate() {
        Calibrator calibrator = new CalibrationConfig.Temperature(0.5).create(2);
        double[] calibrated = new double[2];

        calibrator.learn(new double[] {0.8, 0.2}, 1);
        calibrator.calibrate(new double[] {0.8, 0.2}, calibrated);

        double inverse = StrictMath.exp(-0.4 * StrictMath.log(4));
        double odds = StrictMath.pow(4, inverse);
        assertThat(calibrated[0]).isCloseTo(odds / (1 + odds), within(1e-15));
    }

    @Test
    void theTemperatureStaysWithinItsBounds() {
        Calibrator calibrator = new CalibrationConfig.Temperature(1).create(2);
        double[] raw = {0.8, 0.2};
        double[] calibrated = new double[2];
        for (int i = 0; i < 1_000; i++) {
            calibrator.learn(raw, 1);
        }
        calibrator.calibrate(raw, calibrated);
        // Odds of 4 to the power of 1/20.
        assertThat(calibrated[0] / calibrated[1]).isCloseTo(StrictMath.pow(4, 0.05), within(1e-12));

        for (int i = 0; i < 10_000; i++) {
            calibrator.learn(new double[] {0.501, 0.499}, 0);
        }
        calibrator.calibrate(new double[] {0.501, 0.499}, calibrated);
        assertThat(calibrated[0] / calibrated[1])
                .isCloseTo(StrictMath.pow(0.501 / 0.499, 20), within(1e-12));
    }

    @Test
    void keepsTheOrderOfClasses() {
        Forecasts forecasts = Forecasts.of(1, 2_000, 3, 3);
        Calibrator calibrator = config().create(3);
        double[] calibrated = new double[3];
        for (int i = 0; i < forecasts.count(); i++) {
            double[] raw = forecasts.raw()[i];
            calibrator.calibrate(raw, calibrated);
            assertThat(calibrated[0] > calibrated[1]).isEqualTo(raw[0] > raw[1]);
            assertThat(calibrated[1] > calibrated[2]).isEqualTo(raw[1] > raw[2]);
            calibrator.learn(raw, forecasts.labels()[i]);
        }
    }

    @Test
    void writesTheSameBytesAsEver() throws IOException {
        GoldenBytes.assertSavedAs(
                "calibration/temperature-three-classes-after-100.hex", Taught.by(config(), 100));
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThat(config().expression()).isEqualTo("temperature(learning_rate=0.01)");
        assertThatThrownBy(() -> new CalibrationConfig.Temperature(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("learning rate must be above 0 and at most 1, was 0.0");
    }
}

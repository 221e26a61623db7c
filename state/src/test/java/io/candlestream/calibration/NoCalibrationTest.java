package io.candlestream.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NoCalibrationTest implements CalibratorContract {

    @Override
    public CalibrationConfig config() {
        return new CalibrationConfig.None();
    }

    @Override
    public double greatestHarm() {
        return 0;
    }

    @Test
    void isWhatIsUsedWhereNothingIsConfigured() {
        assertThat(CalibrationConfig.standard()).isEqualTo(config());
        assertThat(config().expression()).isEqualTo("none");
    }

    @Test
    void givesTheRawProbabilitiesToTheBit() {
        double[] calibrated = new double[3];

        config().create(3).calibrate(new double[] {1e-300, 0, 1}, calibrated);

        assertThat(calibrated).containsExactly(1e-300, 0, 1);
    }
}

package io.candlestream.calibration;

/// Calibrators that have learned the same forecasts of three classes.
final class Taught {

    private Taught() {}

    static Calibrator by(CalibrationConfig config, int outcomes) {
        Forecasts forecasts = Forecasts.of(9, outcomes, 3, 2);
        Calibrator calibrator = config.create(3);
        for (int i = 0; i < outcomes; i++) {
            calibrator.learn(forecasts.raw()[i], forecasts.labels()[i]);
        }
        return calibrator;
    }
}

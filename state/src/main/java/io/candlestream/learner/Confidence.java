package io.candlestream.learner;

import io.candlestream.calibration.CalibrationConfig;
import io.candlestream.calibration.ConformalConfig;
import org.jspecify.annotations.Nullable;

/// How far a prediction can be trusted, and how it says so.
///
/// @param calibration how probabilities are brought to the frequency with which they come true
/// @param conformal how sets of classes, or bands around numbers, are made that hold what comes
///   true as often as asked for; null where they are not
public record Confidence(CalibrationConfig calibration, @Nullable ConformalConfig conformal) {

    /// Probabilities as the model gives them, and no sets.
    public static final Confidence PLAIN = new Confidence(CalibrationConfig.standard(), null);

    /// @return whether probabilities are other than the model gives them
    public boolean isCalibrated() {
        return !(calibration instanceof CalibrationConfig.None);
    }

    /// @return the canonical text
    public String expression() {
        return calibration.expression()
                + ','
                + (conformal == null ? "none" : conformal.expression());
    }
}

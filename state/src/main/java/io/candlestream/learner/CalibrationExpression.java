package io.candlestream.learner;

import io.candlestream.calibration.CalibrationConfig;
import io.candlestream.calibration.ConformalConfig;
import io.candlestream.feature.ExpressionException;
import io.candlestream.feature.ExpressionParser;

/// Calibration as it is written in the grammar of expressions.
///
/// | what | parameters, with their defaults |
/// |---|---|
/// | `none` | none |
/// | `temperature` | `learning_rate=0.01` |
/// | `platt` | `learning_rate=0.01` |
/// | `isotonic` | `window=1000, every=50` |
/// | `conformal` | `coverage=0.9, rate=0.005, window=500` |
///
/// Arguments go by position or by key. Conformal sets and bands are beside a calibration, not one
/// of them.
public final class CalibrationExpression {

    private CalibrationExpression() {}

    /// Reads a calibration of probabilities.
    ///
    /// @throws ExpressionException when the text is none; it says where
    public static CalibrationConfig parse(String text) {
        return Call.read(ExpressionParser.parse(text), CalibrationExpression::calibration);
    }

    /// Reads the parameters of conformal sets or bands.
    ///
    /// @throws ExpressionException when the text is not of these; it says where
    public static ConformalConfig parseConformal(String text) {
        return Call.read(ExpressionParser.parse(text), CalibrationExpression::conformal);
    }

    private static CalibrationConfig calibration(Call call) {
        return switch (call.name()) {
            case "none" -> new CalibrationConfig.None();
            case "temperature" ->
                    new CalibrationConfig.Temperature(call.number("learning_rate", 0.01));
            case "platt" -> new CalibrationConfig.Platt(call.number("learning_rate", 0.01));
            case "isotonic" ->
                    new CalibrationConfig.Isotonic(
                            call.whole("window", 1_000), call.whole("every", 50));
            default -> throw call.unknown("a calibration", "none, temperature, platt, isotonic");
        };
    }

    private static ConformalConfig conformal(Call call) {
        if (!call.name().equals("conformal")) {
            throw call.unknown("a set or band", "conformal");
        }
        ConformalConfig standard = ConformalConfig.standard();
        return new ConformalConfig(
                call.number("coverage", standard.coverage()),
                call.number("rate", standard.rate()),
                call.whole("window", standard.window()));
    }
}

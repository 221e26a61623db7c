package io.candlestream.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.calibration.CalibrationConfig;
import io.candlestream.calibration.ConformalConfig;
import io.candlestream.feature.ExpressionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CalibrationExpressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "temperature(learning_rate=0.02)",
                "platt(learning_rate=1.0E-4)",
                "isotonic(window=500,every=25)"
            })
    void whatAConfigurationWritesIsReadAsTheSame(String canonical) {
        assertThat(CalibrationExpression.parse(canonical).expression()).isEqualTo(canonical);
    }

    @Test
    void withoutParametersTheyAreTheDefaults() {
        assertThat(CalibrationExpression.parse("temperature"))
                .isEqualTo(new CalibrationConfig.Temperature(0.01));
        assertThat(CalibrationExpression.parse("platt"))
                .isEqualTo(new CalibrationConfig.Platt(0.01));
        assertThat(CalibrationExpression.parse("isotonic"))
                .isEqualTo(new CalibrationConfig.Isotonic(1_000, 50));
        assertThat(CalibrationExpression.parseConformal("conformal"))
                .isEqualTo(ConformalConfig.standard());
    }

    @Test
    void argumentsGoByPositionOrByKey() {
        assertThat(CalibrationExpression.parse("isotonic(200, every=10)"))
                .isEqualTo(new CalibrationConfig.Isotonic(200, 10));
        assertThat(CalibrationExpression.parseConformal("conformal(0.8, window=100)").expression())
                .isEqualTo("conformal(coverage=0.8,rate=0.005,window=100)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "beta                   | column 1: a calibration must be one of none, temperature, platt, isotonic, was beta",
                "none(1)                | column 6: none takes no such argument, was 1",
                "platt(2)               | column 1: platt: learning rate must be above 0 and at most 1, was 2.0",
                "isotonic(every=0)      | column 1: isotonic: every must be from 1 to the window 1000, was 0"
            })
    void saysWhereTheTextIsNone(String text, String message) {
        assertThatThrownBy(() -> CalibrationExpression.parse(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none                   | column 1: a set or band must be one of conformal, was none",
                "conformal(coverage=1)  | column 1: conformal: coverage must be above 0 and below 1, was 1.0"
            })
    void saysWhereTheTextIsNoSetOrBand(String text, String message) {
        assertThatThrownBy(() -> CalibrationExpression.parseConformal(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(message);
    }
}

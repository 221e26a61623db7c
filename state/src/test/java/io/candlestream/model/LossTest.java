package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LossTest {

    static Stream<NumberLoss> ofNumbers() {
        return Stream.of(
                new NumberLoss.Squared(),
                new NumberLoss.Huber(0.7),
                new NumberLoss.EpsilonInsensitive(0.3),
                new NumberLoss.SquaredEpsilonInsensitive(0.3),
                new NumberLoss.Quantile(0.2),
                new NumberLoss.Poisson());
    }

    @ParameterizedTest
    @EnumSource
    void theDerivativeOfAClassLossIsItsSlope(ClassLoss loss) {
        assertSlope(loss, 1);
        assertSlope(loss, -1);
    }

    @ParameterizedTest
    @MethodSource("ofNumbers")
    void theDerivativeOfANumberLossIsItsSlope(NumberLoss loss) {
        for (double target : new double[] {0, 0.5, 3}) {
            assertSlope(loss, target);
        }
    }

    /// Away from corners, which lie at tenths: a central difference.
    private static void assertSlope(Loss loss, double target) {
        double h = 1e-6;
        for (double score = -4.037; score < 4; score += 0.1) {
            double slope =
                    (loss.value(score + h, target) - loss.value(score - h, target)) / (2 * h);
            assertThat(loss.derivative(score, target))
                    .as("%s at %s of %s", loss.expression(), score, target)
                    .isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void valuesAreThoseOfTheDefinitions() {
        assertThat(ClassLoss.LOG.value(0, 1)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(ClassLoss.LOG.value(-1000, 1)).isEqualTo(1000);
        assertThat(ClassLoss.HINGE.value(0.25, 1)).isEqualTo(0.75);
        assertThat(ClassLoss.SQUARED_HINGE.value(-1, 1)).isEqualTo(4);
        assertThat(ClassLoss.MODIFIED_HUBER.value(-2, 1)).isEqualTo(8);
        assertThat(ClassLoss.PERCEPTRON.value(-2, 1)).isEqualTo(2);
        assertThat(new NumberLoss.Squared().value(3, 1)).isEqualTo(2);
        assertThat(new NumberLoss.Huber(0.5).value(3, 1)).isEqualTo(0.5 * (2 - 0.25));
        assertThat(new NumberLoss.EpsilonInsensitive(0.5).value(3, 1)).isEqualTo(1.5);
        assertThat(new NumberLoss.SquaredEpsilonInsensitive(0.5).value(3, 1)).isEqualTo(2.25);
        assertThat(new NumberLoss.Quantile(0.25).value(1, 3)).isEqualTo(0.5);
        assertThat(new NumberLoss.Poisson().value(0, 3)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aProbabilityRisesWithTheScoreAndIsAHalfAtZero(ClassLoss loss) {
        assertThat(loss.predicted(0)).isEqualTo(0.5);
        for (double score = -5; score < 5; score += 0.25) {
            assertThat(loss.predicted(score))
                    .isBetween(0.0, loss.predicted(score + 0.25))
                    .isCloseTo(1 - loss.predicted(-score), within(1e-15));
        }
    }

    @Test
    void areWrittenCanonically() {
        assertThat(ClassLoss.MODIFIED_HUBER.expression()).isEqualTo("modified_huber");
        assertThat(new NumberLoss.Huber(0.1).expression()).isEqualTo("huber(0.1)");
        assertThat(new NumberLoss.Poisson().expression()).isEqualTo("poisson");
    }

    @Test
    void refuseNumbersOutOfRange() {
        assertThatThrownBy(() -> new NumberLoss.Huber(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epsilon must be positive and finite, was 0.0");
        assertThatThrownBy(() -> new NumberLoss.EpsilonInsensitive(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epsilon must be at least 0 and finite, was -1.0");
        assertThatThrownBy(() -> new NumberLoss.SquaredEpsilonInsensitive(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NumberLoss.Quantile(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("level must be between 0 and 1, was 1.0");
    }
}

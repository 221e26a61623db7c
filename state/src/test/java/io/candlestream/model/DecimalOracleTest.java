package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

/// Softmax regression of three classes against the documented rule in decimals of 70 digits.
final class DecimalOracleTest {

    private static final MathContext DIGITS = new MathContext(70);
    private static final int FEATURES = 8;
    private static final int CLASSES = 3;

    @Test
    void followsTwoHundredStepsWithClippingAndL2() {
        double rate = 0.5;
        double l2 = 0.001;
        double clip = 1.5;
        Examples examples = Examples.goldenThree();
        SoftmaxRegression model =
                new ModelConfig.Softmax(new LearningRate.InverseScaling(rate, 0.25), l2, clip)
                        .create(FEATURES, CLASSES);
        BigDecimal[][] weights = zeros();
        double[] probabilities = new double[CLASSES];
        int clipped = 0;

        for (int i = 0; i < 200; i++) {
            BigDecimal[] features = decimals(examples.features(i));
            BigDecimal[] exact = softmax(weights, features);
            model.predict(examples.features(i), probabilities);
            for (int c = 0; c < CLASSES; c++) {
                assertClose(i, probabilities[c], exact[c]);
            }

            BigDecimal eta = decimal(rate).divide(root(root(decimal(i + 1))), DIGITS);
            exact[examples.label(i)] = exact[examples.label(i)].subtract(BigDecimal.ONE);
            BigDecimal norm = root(times(squares(exact), BigDecimal.ONE.add(squares(features))));
            BigDecimal taken = eta;
            if (norm.compareTo(decimal(clip)) > 0) {
                taken = times(eta, decimal(clip).divide(norm, DIGITS));
                clipped++;
            }
            step(weights, features, exact, BigDecimal.ONE.subtract(times(eta, decimal(l2))), taken);
            model.learn(examples.features(i), examples.label(i));

            for (int c = 0; c < CLASSES; c++) {
                for (int j = 0; j <= FEATURES; j++) {
                    assertClose(i, model.coefficients()[c][j], weights[c][j]);
                }
            }
        }

        assertThat(clipped).isBetween(20, 180);
    }

    private static void step(
            BigDecimal[][] weights,
            BigDecimal[] features,
            BigDecimal[] errors,
            BigDecimal shrink,
            BigDecimal taken) {
        for (int c = 0; c < CLASSES; c++) {
            BigDecimal step = times(taken, errors[c]);
            for (int j = 0; j < FEATURES; j++) {
                weights[c][j] = times(shrink, weights[c][j]).subtract(times(step, features[j]));
            }
            weights[c][FEATURES] = weights[c][FEATURES].subtract(step);
        }
    }

    private static BigDecimal[] softmax(BigDecimal[][] weights, BigDecimal[] features) {
        BigDecimal[] parts = new BigDecimal[CLASSES];
        BigDecimal sum = BigDecimal.ZERO;
        for (int c = 0; c < CLASSES; c++) {
            BigDecimal score = weights[c][FEATURES];
            for (int j = 0; j < FEATURES; j++) {
                score = score.add(times(weights[c][j], features[j]));
            }
            parts[c] = exp(score);
            sum = sum.add(parts[c]);
        }
        for (int c = 0; c < CLASSES; c++) {
            parts[c] = parts[c].divide(sum, DIGITS);
        }
        return parts;
    }

    /// The series of the exponential at `x / 2^20`, squared 20 times.
    private static BigDecimal exp(BigDecimal x) {
        BigDecimal reduced = x.divide(decimal(1 << 20), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; n < 30; n++) {
            term = times(term, reduced).divide(decimal(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < 20; i++) {
            sum = times(sum, sum);
        }
        return sum;
    }

    private static void assertClose(int step, double actual, BigDecimal expected) {
        double value = expected.doubleValue();
        assertThat(actual)
                .as("step %s", step)
                .isCloseTo(value, within(1e-11 * Math.abs(value) + 1e-16));
    }

    private static BigDecimal squares(BigDecimal[] values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            sum = sum.add(times(value, value));
        }
        return sum;
    }

    private static BigDecimal[][] zeros() {
        BigDecimal[][] rows = new BigDecimal[CLASSES][];
        for (int c = 0; c < CLASSES; c++) {
            rows[c] = decimals(new double[FEATURES + 1]);
        }
        return rows;
    }

    private static BigDecimal[] decimals(double[] values) {
        BigDecimal[] decimals = new BigDecimal[values.length];
        for (int j = 0; j < values.length; j++) {
            decimals[j] = decimal(values[j]);
        }
        return decimals;
    }

    /// The exact value of the double.
    private static BigDecimal decimal(double value) {
        return new BigDecimal(value);
    }

    private static BigDecimal times(BigDecimal one, BigDecimal other) {
        return one.multiply(other, DIGITS);
    }

    private static BigDecimal root(BigDecimal value) {
        return value.sqrt(DIGITS);
    }
}

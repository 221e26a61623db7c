package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.golden.GoldenTable;
import org.junit.jupiter.api.Test;

/// Softmax regression of two classes against scikit-learn's binary logistic regression.
///
/// Take softmax rows `w1 = -w0 = w/2`, likewise the intercepts, as at the start, where all are 0.
///
/// ```
/// p1     = 1 / (1 + exp(-((w1 - w0).x + b1 - b0)))  = sigmoid(w.x + b)
/// w1    <- (1 - r l) w1 - r (p1 - y) x
/// w0    <- (1 - r l) w0 - r (p0 - (1 - y)) x        = (1 - r l) w0 + r (p1 - y) x
/// w     <- w1 - w0                                  = (1 - r l) w - 2 r (p1 - y) x
/// ```
///
/// The rows stay opposite, and their difference obeys the binary rule `w <- (1 - eta alpha) w - eta
/// (p1 - y) x` where `2 r = eta` and `r l = eta alpha`: half the rate, and twice the penalty.
final class ScikitLearnOracleTest {

    private static final double NO_CLIP = 1e9;

    @Test
    void followsTheConstantRate() {
        assertFollows(
                "classifier-log-constant.csv",
                new ModelConfig.Softmax(new LearningRate.Constant(0.05 / 2), 0, NO_CLIP));
    }

    @Test
    void followsTheConstantRateWithL2() {
        assertFollows(
                "classifier-log-constant-l2.csv",
                new ModelConfig.Softmax(new LearningRate.Constant(0.05 / 2), 2 * 0.01, NO_CLIP));
    }

    @Test
    void followsInverseScalingWithL2() {
        assertFollows(
                "classifier-log-invscaling-l2.csv",
                new ModelConfig.Softmax(
                        new LearningRate.InverseScaling(0.5 / 2, 0.5), 2 * 0.001, NO_CLIP));
    }

    private static void assertFollows(String file, ModelConfig.Softmax config) {
        Examples examples = Examples.goldenBinary();
        SoftmaxRegression model = config.create(8, 2);
        double[] probabilities = new double[2];
        int step = 0;
        for (double[] expected : GoldenTable.read("learners/" + file).numbers()) {
            for (; step < (int) expected[0]; step++) {
                model.predict(examples.features(step), probabilities);
                model.learn(examples.features(step), examples.label(step));
            }
            if (step > 1) {
                assertClose(step, probabilities[0], expected[1]);
                assertClose(step, probabilities[1], expected[2]);
            }
            double[][] rows = model.coefficients();
            for (int j = 0; j <= 8; j++) {
                assertClose(step, rows[1][j] - rows[0][j], expected[3 + j]);
            }
        }
        assertThat(step).isEqualTo(400);
    }

    private static void assertClose(int step, double actual, double expected) {
        assertThat(actual)
                .as("step %s", step)
                .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }
}

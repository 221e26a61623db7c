package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.golden.GoldenBytes;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LeastSquaresRegressorTest implements OnlineRegressorContract {

    private static final double NO_CLIP = 1e9;

    @Override
    public OnlineRegressor model(int featureCount) {
        return new LeastSquaresConfig(0.999, 100, 10).createRegressor(featureCount);
    }

    @Nested
    class OfBayes implements OnlineRegressorContract {

        @Override
        public OnlineRegressor model(int featureCount) {
            return new BayesianRegressionConfig(100, 10).createRegressor(featureCount);
        }
    }

    /// The ridge regression of all examples, each with its faded weight, from the normal equations.
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.99})
    void coefficientsAreThoseOfAllExamplesAtOnce(double forgetting) {
        Examples examples = Examples.goldenBinary();
        double variance = 10;
        OnlineRegressor model =
                new LeastSquaresConfig(forgetting, variance, NO_CLIP).createRegressor(8);
        double[][] equations = new double[9][10];
        for (int j = 0; j < 9; j++) {
            equations[j][j] = 1 / variance;
        }

        for (int i = 0; i < examples.count(); i++) {
            double[] features = examples.features(i);
            model.learn(features, examples.target(i));
            for (int j = 0; j < 9; j++) {
                for (int k = 0; k < 10; k++) {
                    double other = k == 9 ? examples.target(i) : k == 8 ? 1 : features[k];
                    equations[j][k] =
                            forgetting * equations[j][k] + (j == 8 ? 1 : features[j]) * other;
                }
            }
        }

        double[] expected = solved(equations);
        for (int j = 0; j < 9; j++) {
            assertThat(model.coefficients()[0][j])
                    .isCloseTo(expected[j], within(1e-9 * Math.abs(expected[j])));
        }
    }

    @Test
    void aDeviationIsThatOfTheTargets() {
        LeastSquaresRegressor model = new BayesianRegressionConfig(100, 10).createRegressor(2);
        Random random = new Random(1);
        double squares = 0;
        for (int i = 0; i < 20_000; i++) {
            double[] features = {random.nextGaussian(), random.nextGaussian()};
            double target = features[0] + 0.3 * random.nextGaussian();
            double error = (target - model.predict(features)) / model.deviation(features);
            squares += i < 1_000 ? 0 : error * error;
            model.learn(features, target);
        }

        assertThat(squares / 19_000).isCloseTo(1, within(0.03));
        assertThat(model.deviation(new double[2])).isCloseTo(0.3, within(0.01));
    }

    @Test
    void aDeviationIsGreaterWhereNothingWasSeen() {
        LeastSquaresRegressor model = new BayesianRegressionConfig(1, 10).createRegressor(2);
        for (int i = 0; i < 1_000; i++) {
            model.learn(new double[] {i % 7 - 3, 0}, i % 2);
        }

        assertThat(model.deviation(new double[] {0, 2}))
                .isGreaterThan(2 * model.deviation(new double[] {2, 0}));
    }

    @Test
    void whatIsForgottenIsBoundedWhereNothingIsLearned() {
        OnlineRegressor model = new LeastSquaresConfig(0.9, 10, 1).createRegressor(2);
        for (int i = 0; i < 100_000; i++) {
            model.learn(new double[] {1, 0}, 1);
        }

        model.learn(new double[] {0, 1}, 2);
        model.learn(new double[] {0, 1}, 2);

        assertThat(model.predict(new double[] {1, 0})).isCloseTo(1, within(1.0));
        assertThat(model.coefficients()[0][1]).isBetween(0.0, 2.0);
    }

    @Test
    void aFeatureThatJumpsMovesTheInterceptByNoMoreThanTheClip() {
        OnlineRegressor model = new LeastSquaresConfig(1, 100, 0.5).createRegressor(8);
        Examples examples = Examples.goldenBinary();
        for (int i = 0; i < examples.count(); i++) {
            model.learn(examples.features(i), examples.target(i));
        }
        double before = model.coefficients()[0][8];
        double[] jumped = examples.features(0).clone();
        jumped[3] = 1e12;

        model.learn(jumped, 1);

        assertThat(model.coefficients()[0][8]).isCloseTo(before, within(0.5));
    }

    @Test
    void areWrittenCanonicallyAndRefuseNumbersOutOfRange() {
        assertThat(new LeastSquaresConfig(0.999, 100, 1).expression())
                .isEqualTo("rls(forgetting=0.999,variance=100.0,clip=1.0)");
        assertThat(new BayesianRegressionConfig(100, 1).expression())
                .isEqualTo("bayesian_regression(variance=100.0,clip=1.0)");
        assertThatThrownBy(() -> new LeastSquaresConfig(0.4, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("forgetting must be from 0.5 to 1, was 0.4");
        assertThatThrownBy(() -> new BayesianRegressionConfig(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("variance must be from 1.0E-6 to 1.0E6, was 0.0");
        assertThatThrownBy(() -> model(1_001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature count of least squares must be at most 1000, was 1001");
    }

    @Test
    void stateIsTheGoldenBytes() throws IOException {
        OnlineRegressor model = model(3);
        for (int i = 0; i < 50; i++) {
            model.learn(new double[] {i % 3, i % 5, i % 7}, i % 11);
        }

        GoldenBytes.assertSavedAs("model/least-squares-after-50.hex", model);
    }

    /// Gauss' elimination; the equations are those of a positive definite matrix.
    private static double[] solved(double[][] equations) {
        int size = equations.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int j = 0; j < size; j++) {
                double part = equations[j][pivot] / equations[pivot][pivot];
                for (int k = pivot; j != pivot && k <= size; k++) {
                    equations[j][k] -= part * equations[pivot][k];
                }
            }
        }
        double[] solution = new double[size];
        for (int j = 0; j < size; j++) {
            solution[j] = equations[j][size] / equations[j][j];
        }
        return solution;
    }
}

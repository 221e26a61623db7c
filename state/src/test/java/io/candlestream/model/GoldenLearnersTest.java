package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.golden.GoldenTable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every case of golden/learners: the prediction before each row, the coefficients after it.
final class GoldenLearnersTest {

    private static final double NO_CLIP = 1e9;
    private static final int FEATURES = 8;
    private static final Optimiser PLAIN_05 = plain(0.05);

    static Stream<Arguments> ofProbabilities() {
        Penalty weak = Penalty.l2(0.001);
        return Stream.of(
                Arguments.of("classifier-log-constant", log(PLAIN_05, Penalty.NONE)),
                Arguments.of("classifier-log-constant-l2", log(PLAIN_05, Penalty.l2(0.01))),
                Arguments.of("classifier-log-constant-l1", log(PLAIN_05, Penalty.l1(0.01))),
                Arguments.of(
                        "classifier-log-constant-elasticnet",
                        log(PLAIN_05, Penalty.elasticNet(0.01, 0.3))),
                Arguments.of(
                        "classifier-log-invscaling-l2",
                        log(new Optimiser.Plain(new LearningRate.InverseScaling(0.5, 0.5)), weak)),
                Arguments.of(
                        "classifier-log-average",
                        new SgdConfig(
                                ClassLoss.LOG, PLAIN_05, weak, Averaging.SCIKIT_LEARN, NO_CLIP)),
                Arguments.of("classifier-three-ovr-log", log(PLAIN_05, weak)),
                Arguments.of(
                        "optimiser-momentum",
                        log(new Optimiser.Momentum(rate(0.01), 0.9), Penalty.l2(1e-5))),
                Arguments.of(
                        "optimiser-nesterov",
                        log(new Optimiser.Nesterov(rate(0.01), 0.9), Penalty.l2(1e-5))),
                Arguments.of(
                        "optimiser-adagrad",
                        log(new Optimiser.Adagrad(rate(0.1), 1e-10), Penalty.NONE)),
                Arguments.of(
                        "optimiser-rmsprop",
                        log(new Optimiser.RmsProp(rate(0.01), 0.99, 1e-8), Penalty.NONE)),
                Arguments.of(
                        "optimiser-adam",
                        log(new Optimiser.Adam(rate(0.01), 0.9, 0.999, 1e-8), Penalty.NONE)),
                Arguments.of(
                        "optimiser-adamw",
                        log(new Optimiser.AdamW(rate(0.01), 0.9, 0.999, 1e-8), Penalty.l2(0.01))),
                Arguments.of(
                        "optimiser-ftrl-proximal",
                        log(new Optimiser.FtrlProximal(0.1, 1), new Penalty(0.01, 0.5, false))));
    }

    static Stream<Arguments> ofDecisions() {
        return Stream.of(
                Arguments.of(
                        "classifier-hinge-constant-l2",
                        sgd(ClassLoss.HINGE, PLAIN_05, Penalty.l2(0.01))),
                Arguments.of(
                        "passive-aggressive-1", new PassiveAggressiveConfig(0.1, 1, 0, NO_CLIP)),
                Arguments.of(
                        "passive-aggressive-2", new PassiveAggressiveConfig(0.1, 2, 0, NO_CLIP)));
    }

    static Stream<Arguments> ofNumbers() {
        Penalty weak = Penalty.l2(0.001);
        return Stream.of(
                Arguments.of(
                        "regressor-squared-constant",
                        sgd(new NumberLoss.Squared(), plain(0.01), Penalty.NONE)),
                Arguments.of(
                        "regressor-squared-invscaling-l2",
                        sgd(
                                new NumberLoss.Squared(),
                                new Optimiser.Plain(new LearningRate.InverseScaling(0.05, 0.25)),
                                weak)),
                Arguments.of(
                        "regressor-huber-constant-l2",
                        sgd(new NumberLoss.Huber(0.1), PLAIN_05, weak)),
                Arguments.of(
                        "regressor-epsilon-insensitive",
                        sgd(new NumberLoss.EpsilonInsensitive(0.1), plain(0.02), weak)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofProbabilities")
    void probabilitiesAndCoefficientsAreTheReference(String file, ModelConfig config) {
        boolean isOfThree = file.contains("three");
        Examples examples = isOfThree ? Examples.goldenThree() : Examples.goldenBinary();
        Reference reference = new Reference(file, isOfThree ? 3 : 1);
        OnlineClassifier model = config.create(FEATURES, isOfThree ? 3 : 2);
        double[] probabilities = new double[model.classCount()];

        for (int i = 0; i < examples.count(); i++) {
            model.predict(examples.features(i), probabilities);
            model.learn(examples.features(i), examples.label(i));
            reference.assertSame(i + 1, probabilities, model);
        }

        reference.assertDone();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofDecisions")
    void decisionsAndCoefficientsAreTheReference(String file, ModelConfig config) {
        Examples examples = Examples.goldenBinary();
        Reference reference = new Reference(file, 1);
        LinearClassifier model = (LinearClassifier) config.create(FEATURES, 2);

        for (int i = 0; i < examples.count(); i++) {
            double decision = model.decision(examples.features(i));
            model.learn(examples.features(i), examples.label(i));
            reference.assertSame(i + 1, new double[] {decision}, model);
        }

        reference.assertDone();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofNumbers")
    void numbersAndCoefficientsAreTheReference(String file, ModelConfig config) {
        Examples examples = Examples.goldenBinary();
        Reference reference = new Reference(file, 1);
        OnlineRegressor model = config.createRegressor(FEATURES);

        for (int i = 0; i < examples.count(); i++) {
            double predicted = model.predict(examples.features(i));
            model.learn(examples.features(i), examples.target(i));
            reference.assertSame(i + 1, new double[] {predicted}, model);
        }

        reference.assertDone();
    }

    private static SgdConfig log(Optimiser optimiser, Penalty penalty) {
        return sgd(ClassLoss.LOG, optimiser, penalty);
    }

    private static SgdConfig sgd(Loss loss, Optimiser optimiser, Penalty penalty) {
        return new SgdConfig(loss, optimiser, penalty, Averaging.NONE, NO_CLIP);
    }

    private static Optimiser plain(double rate) {
        return new Optimiser.Plain(rate(rate));
    }

    private static LearningRate rate(double rate) {
        return new LearningRate.Constant(rate);
    }

    /// The lines of a file: step, predictions, weights of every row, intercepts.
    private static final class Reference {

        private final double[][] lines;
        private final int predictionCount;
        private final int rowCount;
        private int next;

        Reference(String file, int rowCount) {
            GoldenTable table = GoldenTable.read("learners/" + file + ".csv");
            lines = table.numbers();
            this.rowCount = rowCount;
            predictionCount = table.header().size() - 1 - rowCount * (FEATURES + 1);
        }

        void assertSame(int step, double[] predictions, OnlineModel model) {
            if (next == lines.length || lines[next][0] != step) {
                return;
            }
            double[] line = lines[next++];
            // A file with one probability has that of the last class.
            int from = predictions.length - predictionCount;
            for (int k = 0; k < predictionCount; k++) {
                if (step > 1) {
                    assertClose(step, predictions[from + k], line[1 + k]);
                }
            }
            double[][] rows = model.coefficients();
            for (int c = 0; c < rowCount; c++) {
                int weights = 1 + predictionCount + c * FEATURES;
                for (int j = 0; j < FEATURES; j++) {
                    assertClose(step, rows[c][j], line[weights + j]);
                }
                double intercept = line[line.length - rowCount + c];
                assertClose(step, rows[c][FEATURES], intercept);
            }
        }

        void assertDone() {
            assertThat(next).isEqualTo(lines.length).isEqualTo(49);
        }

        private static void assertClose(int step, double actual, double expected) {
            assertThat(actual)
                    .as("step %s", step)
                    .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
    }
}

package io.candlestream.model;

import static io.candlestream.golden.GoldenBytes.saved;
import static io.candlestream.model.OnlineClassifierContract.assertSoundProbabilities;
import static io.candlestream.model.OnlineModel.WEIGHT_LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.golden.GoldenBytes;
import io.candlestream.seed.Seeded;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class SoftmaxRegressionTest implements OnlineClassifierContract {

    @Override
    public OnlineClassifier model(int featureCount, int classCount) {
        return ModelConfig.standard().create(featureCount, classCount);
    }

    /// Its rate falls with the root of the number of examples, so the way is longer.
    @Override
    public int examplesUntilSure() {
        return 40_000;
    }

    @Nested
    class AtARateThatFallsMoreSlowly implements OnlineClassifierContract {

        @Override
        public OnlineClassifier model(int featureCount, int classCount) {
            return new ModelConfig.Softmax(new LearningRate.InverseScaling(0.05, 0.25), 1e-5, 1)
                    .create(featureCount, classCount);
        }
    }

    private static SoftmaxRegression model(double rate, double l2, double clip, int classCount) {
        return new ModelConfig.Softmax(new LearningRate.Constant(rate), l2, clip)
                .create(2, classCount);
    }

    @Nested
    class Learning {

        @Test
        void theFirstStepIsTheGradientTimesTheRate() {
            SoftmaxRegression model = model(0.1, 0, 100, 2);

            model.learn(new double[] {3, -4}, 1);

            // p = 1/2 for both classes: the row of the label moves by 0.1 * 0.5 * (3, -4, 1).
            assertThat(model.coefficients()[1])
                    .containsExactly(new double[] {0.15, -0.2, 0.05}, within(1e-16));
            assertThat(model.coefficients()[0])
                    .containsExactly(new double[] {-0.15, 0.2, -0.05}, within(1e-16));
        }

        @Test
        void theGradientOfAnExampleIsNoLongerThanTheClip() {
            SoftmaxRegression model = model(0.1, 0, 2, 3);

            model.learn(new double[] {1e12, -3e11}, 0);

            double squares = 0;
            for (double[] row : model.coefficients()) {
                for (double coefficient : row) {
                    squares += coefficient * coefficient;
                }
            }
            assertThat(Math.sqrt(squares)).isCloseTo(0.1 * 2, within(1e-15));
            assertThat(Math.abs(model.coefficients()[0][2])).isLessThan(1e-12);
        }

        @Test
        void aShorterGradientIsTakenAsItIs() {
            SoftmaxRegression clipped = model(0.1, 0, 1, 3);
            SoftmaxRegression free = model(0.1, 0, 1e9, 3);

            clipped.learn(new double[] {0.5, -0.4}, 0);
            free.learn(new double[] {0.5, -0.4}, 0);

            assertThat(saved(clipped)).isEqualTo(saved(free));
        }

        @Test
        void weightsShrinkBeforeTheStepAndInterceptsNever() {
            SoftmaxRegression model = model(0.5, 1, 100, 2);
            model.learn(new double[] {2, 0}, 1);
            double[] before = model.coefficients()[1];

            model.learn(new double[] {0, 0}, 1);

            double[] after = model.coefficients()[1];
            assertThat(after[0]).isEqualTo(0.5 * before[0]);
            assertThat(after[2]).isGreaterThan(before[2]);
        }

        @Test
        void aFeatureWhoseSquareOverflowsIsRefused() {
            SoftmaxRegression model = model(0.1, 0, 1, 3);

            model.learn(new double[] {1e155, 0}, 0);
            model.learn(new double[] {1e153, 0}, 0);

            assertThat(model.refusedCount()).isEqualTo(1);
            assertThat(model.learnedCount()).isEqualTo(1);
        }
    }

    @Nested
    class AtTheLimit {

        @Test
        void weightsStopAtTheLimitAndComeBack() {
            SoftmaxRegression model = model(1e3, 0, 1e9, 2);

            model.learn(new double[] {1e5, -1e5}, 1);

            assertThat(model.coefficients()[1]).containsExactly(WEIGHT_LIMIT, -WEIGHT_LIMIT, 500);
            model.learn(new double[] {0.1, -0.1}, 0);
            assertThat(model.coefficients()[1])
                    .containsExactly(WEIGHT_LIMIT - 100, -WEIGHT_LIMIT + 100, -500);
        }

        @Test
        void scoresThatOverflowSaturate() {
            SoftmaxRegression model = model(1e3, 0, 1e9, 3);
            model.learn(new double[] {1e5, -1e5}, 1);
            double[] probabilities = new double[3];

            model.predict(new double[] {Double.MAX_VALUE, -Double.MAX_VALUE}, probabilities);
            assertThat(probabilities).containsExactly(0, 1, 0);

            model.predict(new double[] {-1e308, 1e308}, probabilities);
            assertThat(probabilities).containsExactly(0.5, 0, 0.5);

            model.predict(new double[] {1e308, 1e308}, probabilities);
            assertThat(probabilities)
                    .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
        }

        @Seeded(runs = 40)
        void skippingTheLimitChangesNoBit(long seed) {
            Random random = new Random(seed);
            double clip = WEIGHT_LIMIT * Math.pow(10, random.nextDouble(-4, 0));
            double l2 = random.nextBoolean() ? 0 : Math.pow(10, random.nextDouble(-6, 0));
            ModelConfig.Softmax config =
                    new ModelConfig.Softmax(new LearningRate.Constant(1), l2, clip);
            SoftmaxRegression model = config.create(5, 3);
            EveryStepLimited reference = new EveryStepLimited(config, 5, 3);
            StateOutput anywhere = new StateOutput();
            anywhere.putLong(0);
            anywhere.putLong(0);
            for (double[] row : reference.weights) {
                Arrays.setAll(row, _ -> random.nextDouble(-WEIGHT_LIMIT, WEIGHT_LIMIT));
                anywhere.putDoubles(row);
            }
            model.restore(new StateInput(anywhere.toByteArray()));

            for (int i = 0; i < 2_000; i++) {
                double[] features = new double[5];
                for (int j = 0; j < 5; j++) {
                    features[j] = random.nextGaussian() * clip;
                }
                int label = random.nextInt(3);
                model.learn(features, label);
                reference.learn(features, label);
            }

            assertThat(model.coefficients()).isDeepEqualTo(reference.weights);
        }

        @Seeded(runs = 30)
        void staysSoundUnderAnyConfiguration(long seed) {
            Random random = new Random(seed);
            SoftmaxRegression model = any(random).create(4, 4);
            double[] probabilities = new double[4];

            for (int i = 0; i < 10_000; i++) {
                double[] features = Examples.absurd(random, 4);
                model.learn(features, random.nextInt(4));
                model.predict(Examples.absurd(random, 4), probabilities);
                assertSoundProbabilities(model, probabilities);
            }
        }

        private static ModelConfig.Softmax any(Random random) {
            double rate = Math.pow(10, random.nextDouble(-12, 3));
            double l2 = random.nextBoolean() ? 0 : random.nextDouble() / rate;
            double clip = Math.pow(10, random.nextDouble(-3, 9));
            LearningRate learningRate =
                    random.nextBoolean()
                            ? new LearningRate.Constant(rate)
                            : new LearningRate.InverseScaling(rate, random.nextDouble());
            return new ModelConfig.Softmax(learningRate, l2, clip);
        }
    }

    @Test
    void stateIsTheGoldenBytes() throws IOException {
        OnlineClassifier model = model(8, 3);
        Examples.goldenThree().teach(model);
        model.learn(new double[] {1e200, 0, 0, 0, 0, 0, 0, 0}, 0);

        GoldenBytes.assertSavedAs("model/softmax-three-classes-after-400.hex", model);
    }

    @Test
    void restoredAtTheLimitItStaysWithinIt() {
        SoftmaxRegression atTheLimit = model(1e3, 0, 1e9, 2);
        atTheLimit.learn(new double[] {1e5, -1e5}, 1);
        SoftmaxRegression restored = model(1, 0, 4e5, 2);

        restored.restore(new StateInput(saved(atTheLimit)));
        restored.learn(new double[] {1e5, 1e5}, 0);

        // Class 1 was certain, so the row of class 0 moves by the whole example.
        assertThat(restored.coefficients()[0])
                .containsExactly(-WEIGHT_LIMIT + 1e5, WEIGHT_LIMIT, -499);
    }

    /// The documented rule with the limit taken at every step.
    private static final class EveryStepLimited {

        private final ModelConfig.Softmax config;
        private final double[][] weights;
        private long step;

        EveryStepLimited(ModelConfig.Softmax config, int featureCount, int classCount) {
            this.config = config;
            weights = new double[classCount][featureCount + 1];
        }

        void learn(double[] features, int label) {
            double[] errors = new double[weights.length];
            Softmax.putProbabilities(weights, features, errors);
            errors[label] -= 1;
            double norm = Math.sqrt(squares(errors) * (1 + squares(features)));
            double rate = config.learningRate().at(++step);
            double taken = norm > config.clip() ? rate * (config.clip() / norm) : rate;
            for (int c = 0; c < errors.length; c++) {
                for (int j = 0; j <= features.length; j++) {
                    boolean isWeight = j < features.length;
                    double kept =
                            isWeight ? (1 - rate * config.l2()) * weights[c][j] : weights[c][j];
                    double moved = kept - taken * errors[c] * (isWeight ? features[j] : 1);
                    weights[c][j] = Math.clamp(moved, -WEIGHT_LIMIT, WEIGHT_LIMIT);
                }
            }
        }

        /// In the order of the model, so that its bits can be compared: four parts by index.
        private static double squares(double[] values) {
            double[] parts = new double[4];
            int whole = values.length / 4 * 4;
            for (int j = 0; j < values.length; j++) {
                parts[j < whole ? j % 4 : 0] += values[j] * values[j];
            }
            return (parts[0] + parts[1]) + (parts[2] + parts[3]);
        }
    }
}

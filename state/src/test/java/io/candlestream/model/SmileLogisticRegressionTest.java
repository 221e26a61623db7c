package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import smile.classification.LogisticRegression;
import smile.util.IntSet;

final class SmileLogisticRegressionTest implements OnlineClassifierContract {

    private static final LearningRate RATE = new LearningRate.InverseScaling(0.2, 0.5);
    private static final double L2 = 1e-3;

    @Override
    public OnlineClassifier model(int featureCount, int classCount) {
        return new ModelConfig.Smile(new LearningRate.InverseScaling(0.05, 0.25), 1e-5)
                .create(featureCount, classCount);
    }

    /// Smile's update makes an array of `classCount` doubles: 16 bytes of header and 8 a class.
    @Override
    public long allocatedBytesPerExample() {
        return 16 + 8 * 3;
    }

    @Nested
    class OfTwoClasses implements OnlineClassifierContract {

        @Override
        public OnlineClassifier model(int featureCount, int classCount) {
            return new ModelConfig.SmileBinomial(new LearningRate.InverseScaling(0.05, 0.25), 1e-5)
                    .create(featureCount, classCount);
        }

        @Override
        public int mostClasses() {
            return 2;
        }

        @Test
        void refusesMore() {
            assertThatThrownBy(() -> model(3, 3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("class count of a binomial model must be 2, was 3");
        }
    }

    @Nested
    class BesideSmileItself {

        @Test
        void givesTheSameBitsForTwoClassesWithTheBinomialModel() {
            Examples examples = Examples.goldenBinary();
            double[] weights = new double[9];
            LogisticRegression.Binomial smile =
                    new LogisticRegression.Binomial(weights, 0, L2, IntSet.of(2));
            OnlineClassifier model = new ModelConfig.SmileBinomial(RATE, L2).create(8, 2);
            double[] expected = new double[2];
            double[] probabilities = new double[2];

            for (int i = 0; i < examples.count(); i++) {
                smile.predict(examples.features(i), expected);
                model.predict(examples.features(i), probabilities);
                assertThat(probabilities).containsExactly(expected);

                smile.setLearningRate(RATE.at(i + 1));
                smile.update(examples.features(i), examples.label(i));
                model.learn(examples.features(i), examples.label(i));
                assertThat(model.coefficients()[0]).containsOnly(0);
                assertThat(model.coefficients()[1]).containsExactly(weights);
            }
        }

        @Test
        void givesTheSameBitsForTwoClasses() {
            assertSameBits(Examples.goldenBinary(), 2);
        }

        @Test
        void givesTheSameBitsForThreeClasses() {
            assertSameBits(Examples.goldenThree(), 3);
        }

        private static void assertSameBits(Examples examples, int classCount) {
            double[][] weights = new double[classCount - 1][9];
            LogisticRegression.Multinomial smile =
                    new LogisticRegression.Multinomial(weights, 0, L2, IntSet.of(classCount));
            OnlineClassifier model = new ModelConfig.Smile(RATE, L2).create(8, classCount);
            double[] expected = new double[classCount];
            double[] probabilities = new double[classCount];

            for (int i = 0; i < examples.count(); i++) {
                smile.predict(examples.features(i), expected);
                model.predict(examples.features(i), probabilities);
                assertThat(probabilities).containsExactly(expected);

                smile.setLearningRate(RATE.at(i + 1));
                smile.update(examples.features(i), examples.label(i));
                model.learn(examples.features(i), examples.label(i));
                for (int c = 0; c < classCount - 1; c++) {
                    assertThat(model.coefficients()[c]).containsExactly(weights[c]);
                }
                assertThat(model.coefficients()[classCount - 1]).containsOnly(0);
            }
        }
    }

    @Nested
    class WhereSmileAloneWouldFail {

        @Test
        void anExampleThatWouldPassTheLimitIsRefused() {
            OnlineClassifier model = model(8, 3);
            Examples.goldenThree().teach(model);
            double[][] before = model.coefficients();

            model.learn(new double[] {0, 0, 1e12, 0, 0, 0, 0, 0}, 0);

            assertThat(model.refusedCount()).isEqualTo(1);
            assertThat(model.learnedCount()).isEqualTo(400);
            assertThat(model.coefficients()).isDeepEqualTo(before);
        }

        @Test
        void scoresThatOverflowSaturate() {
            OnlineClassifier model =
                    new ModelConfig.Smile(new LearningRate.Constant(1000), 0).create(2, 3);
            model.learn(new double[] {100, -100}, 1);
            double[] probabilities = new double[3];

            model.predict(new double[] {Double.MAX_VALUE, -Double.MAX_VALUE}, probabilities);
            assertThat(probabilities).containsExactly(0, 1, 0);

            model.predict(new double[] {-1e308, 1e308}, probabilities);
            assertThat(probabilities).containsExactly(1, 0, 0);
        }
    }
}

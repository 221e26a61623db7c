package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.golden.GoldenBytes;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class NaiveBayesTest implements OnlineClassifierContract {

    @Override
    public OnlineClassifier model(int featureCount, int classCount) {
        return new NaiveBayesConfig(1).create(featureCount, classCount);
    }

    /// Bayes' theorem on the moments of all rows, computed at once.
    @Test
    void isBayesTheoremOnNormalDensities() {
        Examples examples = Examples.goldenThree();
        OnlineClassifier model = new NaiveBayesConfig(2).create(8, 3);
        examples.teach(model);
        double[] probabilities = new double[3];
        double[] features = examples.features(17);

        model.predict(features, probabilities);

        double[] densities = new double[3];
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            densities[c] = density(examples, c, features);
            sum += densities[c];
        }
        for (int c = 0; c < 3; c++) {
            double expected = densities[c] / sum;
            assertThat(probabilities[c]).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    /// Two more examples of mean 0 and variance 1, and one more for the prior of the class.
    private static double density(Examples examples, int label, double[] features) {
        double product = 1;
        int count = 0;
        for (int j = 0; j < features.length; j++) {
            double sum = 0;
            double squares = 2;
            count = 0;
            for (int i = 0; i < examples.count(); i++) {
                if (examples.label(i) == label) {
                    double feature = examples.features(i)[j];
                    sum += feature;
                    squares += feature * feature;
                    count++;
                }
            }
            double mean = sum / (2 + count);
            double variance = squares / (2 + count) - mean * mean + 1e-9;
            double difference = features[j] - mean;
            product *= Math.exp(-difference * difference / variance / 2) / Math.sqrt(variance);
        }
        return product * (count + 1);
    }

    @Test
    void coefficientsAreMeansAndTheLogarithmOfThePrior() {
        OnlineClassifier model = model(1, 2);

        model.learn(new double[] {4}, 1);
        model.learn(new double[] {2}, 1);

        assertThat(model.coefficients()[1])
                .containsExactly(new double[] {2, Math.log(3 / 4.0)}, within(1e-15));
        assertThat(model.coefficients()[0])
                .containsExactly(new double[] {0, Math.log(1 / 4.0)}, within(1e-15));
    }

    @Test
    void aFeatureThatJumpsCountsAsTheLimit() {
        OnlineClassifier model = model(1, 2);

        model.learn(new double[] {1e12}, 1);

        assertThat(model.coefficients()[1][0]).isEqualTo(OnlineModel.WEIGHT_LIMIT / 2);
    }

    @Test
    void isWrittenCanonicallyAndRefusesAPriorOutOfRange() {
        assertThat(new NaiveBayesConfig(1).expression()).isEqualTo("naive_bayes(prior=1.0)");
        assertThatThrownBy(() -> new NaiveBayesConfig(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("prior must be from 0.001 to 1.0E6, was 0.0");
    }

    @Test
    void stateIsTheGoldenBytes() throws IOException {
        OnlineClassifier model = model(8, 3);
        Examples.goldenThree().teach(model);

        GoldenBytes.assertSavedAs("model/naive-bayes-three-classes-after-400.hex", model);
    }
}

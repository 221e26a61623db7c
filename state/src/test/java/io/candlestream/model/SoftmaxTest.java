package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.seed.Seeded;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SoftmaxTest {

    @Seeded(runs = 50)
    void followsTheDefinitionForAnyNumberOfClasses(long seed) {
        Random random = new Random(seed);
        int classCount = random.nextInt(2, 9);
        double[][] rows = new double[classCount][6];
        double[] features = random.doubles(5, -2, 2).toArray();
        for (double[] row : rows) {
            Arrays.setAll(row, _ -> random.nextGaussian());
        }

        double[] actual = probabilities(rows, features);

        double[] expected = new double[classCount];
        for (int c = 0; c < classCount; c++) {
            expected[c] = rows[c][5];
            for (int j = 0; j < 5; j++) {
                expected[c] += rows[c][j] * features[j];
            }
            expected[c] = StrictMath.exp(expected[c]);
        }
        double sum = Arrays.stream(expected).sum();
        for (int c = 0; c < classCount; c++) {
            assertThat(actual[c]).isCloseTo(expected[c] / sum, within(1e-14));
        }
    }

    @Test
    void scoresFarFromTheFirstPassIntoThoseCloseToIt() {
        for (double score : new double[] {-64.001, -63.999, 63.999, 64.001}) {
            double[] actual = probabilities(new double[][] {{0, 0}, {score, 0}}, new double[] {1});

            double expected = 1 / (1 + StrictMath.exp(-score));
            assertThat(actual[1]).isCloseTo(expected, within(1e-14 * expected));
            assertThat(actual[0]).isCloseTo(1 - expected, within(1e-15));
        }
    }

    @Test
    void aClassFarBehindGetsNothing() {
        double[][] rows = {{-1e4, 0}, {0, 0}, {0, 0}};

        assertThat(probabilities(rows, new double[] {1})).containsExactly(0, 0.5, 0.5);
        assertThat(probabilities(rows, new double[] {1e306})).containsExactly(0, 0.5, 0.5);
    }

    private static double[] probabilities(double[][] rows, double[] features) {
        double[] probabilities = new double[rows.length];
        Softmax.putProbabilities(rows, features, probabilities);
        return probabilities;
    }
}

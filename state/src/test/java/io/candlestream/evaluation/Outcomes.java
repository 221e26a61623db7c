package io.candlestream.evaluation;

import java.util.Random;

/// Invented outcomes for the tests of measures.
final class Outcomes {

    private static final int COUNT = 512;

    private final double[][] probabilities = new double[COUNT][];
    private final int[] predicted = new int[COUNT];
    private final int[] labels = new int[COUNT];
    private final double[] numbers = new double[COUNT];

    /// Outcomes of three classes, and numbers.
    Outcomes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < COUNT; i++) {
            probabilities[i] = probabilities(random);
            predicted[i] = random.nextInt(3);
            labels[i] = random.nextInt(3);
            numbers[i] = random.nextInt(-40, 40) / 8.0;
        }
    }

    double[] probabilities(int i) {
        return probabilities[i % COUNT];
    }

    int predicted(int i) {
        return predicted[i % COUNT];
    }

    int label(int i) {
        return labels[i % COUNT];
    }

    double number(int i) {
        return numbers[i % COUNT];
    }

    double otherNumber(int i) {
        return numbers[i * 7 % COUNT];
    }

    private static double[] probabilities(Random random) {
        double[] parts = random.doubles(3, 0.01, 1).toArray();
        double sum = parts[0] + parts[1] + parts[2];
        return new double[] {parts[0] / sum, parts[1] / sum, parts[2] / sum};
    }
}

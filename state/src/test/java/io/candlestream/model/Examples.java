package io.candlestream.model;

import io.candlestream.golden.GoldenTable;
import java.util.Random;

/// Examples to learn from, features beside labels.
final class Examples {

    private static final int FEATURES = 8;

    private final double[][] features;
    private final int[] labels;
    private final double[] targets;

    private Examples(double[][] features, int[] labels, double[] targets) {
        this.features = features;
        this.labels = labels;
        this.targets = targets;
    }

    /// The 400 rows of golden/learners with the target of two classes.
    static Examples goldenBinary() {
        return golden(FEATURES);
    }

    /// The 400 rows of golden/learners with the target of three classes.
    static Examples goldenThree() {
        return golden(FEATURES + 1);
    }

    private static Examples golden(int target) {
        double[][] rows = GoldenTable.read("learners/stream-standardised.csv").numbers();
        double[][] features = new double[rows.length][FEATURES];
        int[] labels = new int[rows.length];
        double[] targets = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, features[i], 0, FEATURES);
            labels[i] = (int) rows[i][target];
            targets[i] = rows[i][FEATURES + 2];
        }
        return new Examples(features, labels, targets);
    }

    /// Standard normal features; the label is the class whose planted direction fits best.
    static Examples planted(long seed, int count, int featureCount, int classCount) {
        Random random = new Random(seed);
        double[][] directions = new double[classCount][];
        for (int c = 0; c < classCount; c++) {
            directions[c] = normal(random, featureCount);
        }
        double[][] features = new double[count][];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            features[i] = normal(random, featureCount);
            labels[i] = best(directions, features[i]);
        }
        return new Examples(features, labels, new double[count]);
    }

    /// Finite features of every magnitude a double has, mixed with zeros and the extremes, and
    /// labels without any relation to them.
    static double[] absurd(Random random, int featureCount) {
        double[] features = new double[featureCount];
        int widest = random.nextInt(1_024);
        for (int j = 0; j < featureCount; j++) {
            features[j] =
                    switch (random.nextInt(12)) {
                        case 0 -> 0;
                        case 1 -> Double.MAX_VALUE;
                        case 2 -> -Double.MAX_VALUE;
                        case 3 -> Double.MIN_VALUE;
                        default -> anyMagnitude(random, widest);
                    };
        }
        return random.nextInt(3) == 0 ? anyBits(random, featureCount) : features;
    }

    private static double anyMagnitude(Random random, int widest) {
        int exponent = random.nextInt(-widest, widest + 1);
        return Math.scalb(random.nextDouble(-1, 1), exponent);
    }

    private static double[] anyBits(Random random, int featureCount) {
        double[] features = new double[featureCount];
        for (int j = 0; j < featureCount; j++) {
            double value = Double.longBitsToDouble(random.nextLong());
            features[j] = Double.isFinite(value) ? value : 1e308;
        }
        return features;
    }

    private static double[] normal(Random random, int count) {
        double[] values = new double[count];
        for (int j = 0; j < count; j++) {
            values[j] = random.nextGaussian();
        }
        return values;
    }

    private static int best(double[][] directions, double[] features) {
        int best = 0;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < directions.length; c++) {
            double score = 0;
            for (int j = 0; j < features.length; j++) {
                score += directions[c][j] * features[j];
            }
            if (score > bestScore) {
                best = c;
                bestScore = score;
            }
        }
        return best;
    }

    double[] features(int example) {
        return features[example];
    }

    int label(int example) {
        return labels[example];
    }

    /// The target of the golden rows; 0 for planted examples.
    double target(int example) {
        return targets[example];
    }

    int count() {
        return labels.length;
    }

    void teach(OnlineClassifier model) {
        for (int i = 0; i < count(); i++) {
            model.learn(features[i], labels[i]);
        }
    }
}

package io.candlestream.calibration;

import java.util.Random;

/// Forecasts of which is known what probabilities they should have given; labels are drawn from
/// those.
final class Forecasts {

    private final double[][] raw;
    private final double[][] truth;
    private final int[] labels;

    private Forecasts(double[][] raw, double[][] truth, int[] labels) {
        this.raw = raw;
        this.truth = truth;
        this.labels = labels;
    }

    /// Forecasts whose log probabilities are the true ones times a factor.
    ///
    /// @param boldness the factor, 1 for honest ones
    static Forecasts of(long seed, int count, int classCount, double boldness) {
        Random random = new Random(seed);
        double[][] raw = new double[count][];
        double[][] truth = new double[count][];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            double[] scores = new double[classCount];
            for (int c = 0; c < classCount; c++) {
                // The first class comes true more often than others.
                scores[c] = 1.2 * random.nextGaussian() + (c == 0 ? 0.5 : 0);
            }
            truth[i] = softmax(scores, 1);
            raw[i] = softmax(scores, boldness);
            labels[i] = drawn(truth[i], random.nextDouble());
        }
        return new Forecasts(raw, truth, labels);
    }

    int count() {
        return labels.length;
    }

    /// @return what is given, bolder than the truth
    double[][] raw() {
        return raw;
    }

    /// @return what it should have been
    double[][] truth() {
        return truth;
    }

    /// @return what came true
    int[] labels() {
        return labels;
    }

    private static double[] softmax(double[] scores, double factor) {
        double[] probabilities = new double[scores.length];
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            probabilities[c] = StrictMath.exp(factor * scores[c]);
            sum += probabilities[c];
        }
        for (int c = 0; c < scores.length; c++) {
            probabilities[c] /= sum;
        }
        return probabilities;
    }

    private static int drawn(double[] probabilities, double uniform) {
        double left = uniform;
        for (int c = 0; c < probabilities.length - 1; c++) {
            left -= probabilities[c];
            if (left < 0) {
                return c;
            }
        }
        return probabilities.length - 1;
    }
}

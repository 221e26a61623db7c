package io.candlestream.calibration;

import io.candlestream.evaluation.Calibration;

/// How good forecasts are when each is calibrated before its label is learned.
///
/// @param excess nats lost against the truth: the mean of the divergence from it, in which the luck
///   of labels has no part
/// @param expectedError expected calibration error of the most probable class
record Judgement(double excess, double expectedError) {

    /// Teaches the calibrator all forecasts and judges those from `from` on.
    static Judgement of(Calibrator calibrator, Forecasts forecasts, int from) {
        Calibration calibration = Calibration.allTime();
        double[] calibrated = new double[forecasts.raw()[0].length];
        double excess = 0;
        for (int i = 0; i < forecasts.count(); i++) {
            double[] raw = forecasts.raw()[i];
            int label = forecasts.labels()[i];
            calibrator.calibrate(raw, calibrated);
            if (i >= from) {
                excess += divergence(forecasts.truth()[i], calibrated);
                int best = best(calibrated);
                calibration.update(calibrated[best], best == label);
            }
            calibrator.learn(raw, label);
        }
        return new Judgement(excess / (forecasts.count() - from), calibration.expectedError());
    }

    private static double divergence(double[] truth, double[] given) {
        double sum = 0;
        for (int c = 0; c < truth.length; c++) {
            sum += truth[c] * (StrictMath.log(truth[c]) - StrictMath.log(given[c]));
        }
        return sum;
    }

    private static int best(double[] probabilities) {
        int best = 0;
        for (int c = 1; c < probabilities.length; c++) {
            best = probabilities[c] > probabilities[best] ? c : best;
        }
        return best;
    }
}

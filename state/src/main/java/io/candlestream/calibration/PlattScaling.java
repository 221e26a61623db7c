package io.candlestream.calibration;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.util.Arrays;

/// Platt's scaling for any number of classes: a scale and an offset a class on the log
/// probabilities.
///
/// | quantity | meaning |
/// |---|---|
/// | input | raw probabilities; those under the floor count as the floor |
/// | output | probabilities; which class is the most probable may change |
/// | warm-up | none: scales are 1 and offsets 0 at first |
/// | state | 2 doubles a class; O(classes) time, no allocation |
///
/// ```
/// l_c = ln p_c,  q_c    = exp(a_c l_c + b_c) / sum over k of exp(a_k l_k + b_k)
/// d(-ln q_y) / d (a, b) = (q_c - [c = y]) (l_c, 1)          one step of it an outcome, its norm clipped to 10
/// ```
///
/// Scales stay from 1/20 to 20, offsets from -20 to 20. What is said of one class is said of all:
/// the parts are renormalised in the formula itself, so the gradient is that of the probabilities
/// given. The clip is as wide as in [TemperatureScaling], and why.
///
/// Not thread-safe: owned by one stream task.
///
/// Source: J. Platt, _Probabilistic Outputs for Support Vector Machines_, 1999; for more classes
/// the vector scaling of C. Guo et al., _On Calibration of Modern Neural Networks_, ICML 2017,
/// section 4.2.
final class PlattScaling implements Calibrator {

    private static final double CLIP = 10;
    private static final double LEAST_SCALE = 1 / 20.0;
    private static final double LIMIT = 20;

    private final double learningRate;
    private final double[] scales;
    private final double[] offsets;
    private final double[] logs;
    private final double[] errors;

    /// @param classCount from 2 to 1,000
    /// @throws IllegalArgumentException when the count is out of range
    PlattScaling(CalibrationConfig.Platt config, int classCount) {
        learningRate = config.learningRate();
        scales = new double[Probabilities.checkedClassCount(classCount)];
        Arrays.fill(scales, 1);
        offsets = new double[classCount];
        logs = new double[classCount];
        errors = new double[classCount];
    }

    @Override
    public void calibrate(double[] raw, double[] calibrated) {
        Probabilities.checkLengths(raw, calibrated, scales.length);
        Probabilities.putLogs(raw, calibrated);
        putProbabilities(calibrated, calibrated);
    }

    @Override
    public void learn(double[] raw, int label) {
        Probabilities.checkOutcome(raw, label, scales.length);
        Probabilities.putLogs(raw, logs);
        putProbabilities(logs, errors);
        errors[label] -= 1;
        double squares = 0;
        for (int c = 0; c < errors.length; c++) {
            squares += errors[c] * errors[c] * (1 + logs[c] * logs[c]);
        }
        double norm = Math.sqrt(squares);
        double rate = norm > CLIP ? learningRate * (CLIP / norm) : learningRate;
        for (int c = 0; c < errors.length; c++) {
            double step = rate * errors[c];
            scales[c] = Math.clamp(scales[c] - step * logs[c], LEAST_SCALE, LIMIT);
            offsets[c] = Math.clamp(offsets[c] - step, -LIMIT, LIMIT);
        }
    }

    private void putProbabilities(double[] ofLogs, double[] into) {
        for (int c = 0; c < into.length; c++) {
            into[c] = scales[c] * ofLogs[c] + offsets[c];
        }
        Probabilities.fromScores(into);
    }

    /// Layout: scales by class, offsets by class.
    @Override
    public void save(StateOutput out) {
        out.putDoubles(scales);
        out.putDoubles(offsets);
    }

    @Override
    public void restore(StateInput in) {
        in.getDoubles(scales);
        in.getDoubles(offsets);
        for (int c = 0; c < scales.length; c++) {
            checkWithin("a scale", scales[c], LEAST_SCALE);
            checkWithin("an offset", offsets[c], -LIMIT);
        }
    }

    private static void checkWithin(String name, double value, double least) {
        if (!(value >= least && value <= LIMIT)) {
            throw new StateFormatException(
                    "%s must be from %s to %s, was %s".formatted(name, least, LIMIT, value));
        }
    }
}

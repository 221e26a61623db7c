package io.candlestream.calibration;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.model.Exponential;

/// Temperature scaling: one number that makes all probabilities bolder or more modest.
///
/// | quantity | meaning |
/// |---|---|
/// | input | raw probabilities; those under the floor count as the floor |
/// | output | probabilities in the same order |
/// | warm-up | none: the temperature is 1 at first |
/// | state | 1 double; O(classes) time, no allocation |
///
/// ```
/// l_c = ln p_c,  q_c  = exp(l_c / T) / sum over k of exp(l_k / T)          T from 1/20 to 20
/// d(-ln q_y) / d ln T = (l_y - sum over k of q_k l_k) / T                  one step of it an outcome
/// ```
///
/// The gradient is clipped to 10. At the best temperature it is `ln q_y` less its mean, beyond 10
/// about once in 20,000 outcomes a class at most, so the clip bounds a step and leaves the
/// temperature where it belongs.
///
/// Not thread-safe: owned by one stream task.
///
/// Source: C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, _On Calibration of Modern Neural Networks_,
/// ICML 2017, section 4.2; there fitted to a validation set, here by stochastic gradient descent.
final class TemperatureScaling implements Calibrator {

    private static final double CLIP = 10;

    /// Of the logarithm of the temperature: 1/20 and 20.
    private static final double LIMIT = Exponential.log(20);

    private final double learningRate;
    private final double[] logs;
    private final double[] probabilities;
    private double logTemperature;

    /// Follows from the temperature; kept because an exponential costs more than all the rest of
    /// two classes.
    private double inverse = 1;

    /// @param classCount from 2 to 1,000
    /// @throws IllegalArgumentException when the count is out of range
    TemperatureScaling(CalibrationConfig.Temperature config, int classCount) {
        learningRate = config.learningRate();
        logs = new double[Probabilities.checkedClassCount(classCount)];
        probabilities = new double[classCount];
    }

    @Override
    public void calibrate(double[] raw, double[] calibrated) {
        Probabilities.checkLengths(raw, calibrated, logs.length);
        Probabilities.putLogs(raw, calibrated);
        putProbabilities(calibrated, calibrated);
    }

    @Override
    public void learn(double[] raw, int label) {
        Probabilities.checkOutcome(raw, label, logs.length);
        Probabilities.putLogs(raw, logs);
        putProbabilities(logs, probabilities);
        double mean = 0;
        for (int c = 0; c < logs.length; c++) {
            mean += probabilities[c] * logs[c];
        }
        double gradient = inverse * (logs[label] - mean);
        moveTo(logTemperature - learningRate * Math.clamp(gradient, -CLIP, CLIP));
    }

    private void putProbabilities(double[] ofLogs, double[] into) {
        for (int c = 0; c < into.length; c++) {
            into[c] = ofLogs[c] * inverse;
        }
        Probabilities.fromScores(into);
    }

    private void moveTo(double logarithm) {
        logTemperature = Math.clamp(logarithm, -LIMIT, LIMIT);
        inverse = Exponential.exp(-logTemperature);
    }

    /// Layout: the logarithm of the temperature.
    @Override
    public void save(StateOutput out) {
        out.putDouble(logTemperature);
    }

    @Override
    public void restore(StateInput in) {
        double logarithm = in.getDouble();
        if (!(Math.abs(logarithm) <= LIMIT)) {
            throw new StateFormatException(
                    "a log temperature must be within %s of 0, was %s".formatted(LIMIT, logarithm));
        }
        moveTo(logarithm);
    }
}

package io.candlestream.calibration;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Gives what it got, to the bit, without looking at it. State: none.
final class NoCalibration implements Calibrator {

    private final int classCount;

    /// @param classCount from 2 to 1,000
    /// @throws IllegalArgumentException when the count is out of range
    NoCalibration(int classCount) {
        this.classCount = Probabilities.checkedClassCount(classCount);
    }

    @Override
    public void calibrate(double[] raw, double[] calibrated) {
        Probabilities.checkLengths(raw, calibrated, classCount);
        System.arraycopy(raw, 0, calibrated, 0, classCount);
    }

    @Override
    public void learn(double[] raw, int label) {
        Probabilities.checkOutcome(raw, label, classCount);
    }

    @Override
    public void save(StateOutput out) {}

    @Override
    public void restore(StateInput in) {}
}

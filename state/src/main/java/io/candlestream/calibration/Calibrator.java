package io.candlestream.calibration;

import io.candlestream.codec.Stateful;

/// Makes probabilities come true as often as they say, by what came true of earlier ones.
///
/// The contract every implementation passes:
///
/// - calibrated probabilities are finite, in `[0, 1]` and sum to one within 1e-12, whatever was
///   learned; none is less than [#FLOOR] unless the raw one was;
/// - before the first outcome they are the raw ones, but for rounding and the floor;
/// - calibrating changes nothing of the calibrator, and neither verb anything of the raw
///   probabilities;
/// - the same outcomes in the same order give the same bits; restored at any prefix it continues to
///   the bit; the state has the same size at every time;
/// - neither verb allocates.
///
/// Raw probabilities are as an [io.candlestream.model.OnlineClassifier] gives them: finite, in `[0,
/// 1]`, up to 1e-12 beyond being the end, with the sum one. Not thread-safe: owned by one stream
/// task.
public interface Calibrator extends Stateful {

    /// The least probability that a calibrated class gets: what was never seen may come true all
    /// the same, and costs 20.7 nats then. Where a class would have less, every `p` of `n` classes
    /// becomes `(1 - n FLOOR) p + FLOOR`.
    double FLOOR = 1e-9;

    /// Writes the calibrated probability of every class.
    ///
    /// @param raw one probability a class, as the model gave them
    /// @param calibrated receives as many; may be the same array
    /// @throws IllegalArgumentException when an array has another length, or a raw number is no
    ///   probability
    void calibrate(double[] raw, double[] calibrated);

    /// Learns what came true.
    ///
    /// @param raw the probabilities that the model gave before the label was known, not the
    ///   calibrated ones
    /// @param label the class that came true
    /// @throws IllegalArgumentException when the array has another length, a number is no
    ///   probability, or the label is not a class; nothing has changed then
    void learn(double[] raw, int label);
}

package io.candlestream.feature;

import io.candlestream.codec.Stateful;

/// Brings the features of a vector to one scale, in front of the model.
///
/// Every implementation promises:
///
/// - finite numbers for finite ones, none beyond 1e100 either way, from the first vector on;
/// - what comes later changes nothing: a vector is scaled by those before it and by itself;
/// - no allocation per vector, O(log n) comparisons at most for each feature, state of one size;
/// - the same vectors in the same order give the same bits, with any number of saves and restores
///   in between.
///
/// Not thread-safe: owned by one stream task.
public sealed interface Scaler extends Stateful
        permits StandardScaler, FadingScaler, RangeScaler, RankScaler, RobustScaler, NoScaler {

    /// Learns the next vector and scales it by all that is known then.
    ///
    /// @param raw one number a feature, unchanged unless it is `scaled` too
    /// @param scaled receives one number a feature
    void updateAndTransform(double[] raw, double[] scaled);

    /// @return the number, or the nearest one that is no further from 0 than the clip
    static double clipped(double score, double clip) {
        return score > clip ? clip : score < -clip ? -clip : score;
    }
}

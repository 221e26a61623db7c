package io.candlestream.learner;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// Notices that a feature is far beyond all it has been, as a fault of the data makes it. Scaling
/// and clipping keep the models safe from it; somebody should know all the same.
///
/// ```
/// jump = |x| > 1000 * the greatest |x| of all candles before, once there were 100 and it was not always 0
/// ```
///
/// State: a double a feature and a counter. No allocation per candle. Not thread-safe: owned by one
/// stream task.
final class JumpWatch implements Stateful {

    private static final int LEAST_COUNT = 100;
    private static final double FACTOR = 1_000;
    private static final int NONE = -1;

    private final double[] greatest;
    private long count;

    /// The greatest magnitude that the feature had before it jumped.
    private double before;

    JumpWatch(int featureCount) {
        greatest = new double[featureCount];
    }

    /// Takes the features of a candle as they are before scaling.
    ///
    /// @return the index of the first feature that jumped, or -1
    int update(double[] features) {
        int jumped = NONE;
        boolean isKnown = count >= LEAST_COUNT;
        for (int j = features.length - 1; j >= 0; j--) {
            double size = Math.abs(features[j]);
            if (size > greatest[j]) {
                if (isKnown && greatest[j] > 0 && size > FACTOR * greatest[j]) {
                    jumped = j;
                    before = greatest[j];
                }
                greatest[j] = size;
            }
        }
        count++;
        return jumped;
    }

    /// @return how far from 0 the feature that jumped had been at most
    double before() {
        return before;
    }

    /// Layout: candles, the greatest magnitude of each feature.
    @Override
    public void save(StateOutput out) {
        out.putLong(count);
        out.putDoubles(greatest);
    }

    @Override
    public void restore(StateInput in) {
        count = in.getCounter();
        in.getDoubles(greatest);
        for (double size : greatest) {
            if (!(size >= 0 && size < Double.POSITIVE_INFINITY)) {
                throw new StateFormatException(
                        "a feature's magnitude must be at least 0 and finite, was " + size);
            }
        }
    }
}

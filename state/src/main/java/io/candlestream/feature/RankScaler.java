package io.candlestream.feature;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.indicator.SortedWindow;

/// Says of a feature how many of its last numbers it exceeds.
///
/// | quantity | meaning |
/// |---|---|
/// | input | finite numbers, none beyond 1e100 either way |
/// | output | share of the earlier numbers that are below, equal ones by half: 0 to 1; 0.5 at first |
/// | warm-up | none; a window that is not full is as long as it is |
/// | state | `period` doubles a feature; as [io.candlestream.indicator.SortedWindow] |
///
/// Not thread-safe: owned by one stream task.
final class RankScaler implements Scaler {

    private final SortedFeatures features;

    /// A scaler that has seen nothing.
    ///
    /// @param period vectors, from 2 to 10,000
    RankScaler(int featureCount, int period) {
        features = new SortedFeatures(featureCount, period);
    }

    @Override
    public void updateAndTransform(double[] raw, double[] scaled) {
        for (int i = 0; i < features.count(); i++) {
            SortedWindow window = features.push(i, raw[i]);
            scaled[i] = features.size(i) > 1 ? window.percentileRank() / 100 : 0.5;
        }
    }

    @Override
    public void save(StateOutput out) {
        features.save(out);
    }

    @Override
    public void restore(StateInput in) {
        features.restore(in);
    }
}

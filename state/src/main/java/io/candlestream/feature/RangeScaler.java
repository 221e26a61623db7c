package io.candlestream.feature;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.indicator.MonotonicDeque;
import io.candlestream.indicator.Ring;

/// Places a feature between the lowest and the highest of its last numbers.
///
/// | quantity | meaning |
/// |---|---|
/// | input | finite numbers, none beyond 1e100 either way |
/// | output | 0 at the lowest, 1 at the highest; 0.5 where all are equal |
/// | warm-up | none; a window that is not full is as long as it is |
/// | state | `period` doubles a feature; O(1) amortised time, no allocation per vector |
///
/// Not thread-safe: owned by one stream task.
final class RangeScaler implements Scaler {

    private final FeatureHistory[] histories;
    private final Ring[] windows;

    /// Of the numbers and of their opposites.
    private final MonotonicDeque[] highest;

    private final MonotonicDeque[] lowest;

    /// A scaler that has seen nothing.
    ///
    /// @param period vectors, from 2 to 10,000
    RangeScaler(int featureCount, int period) {
        histories = new FeatureHistory[featureCount];
        windows = new Ring[featureCount];
        highest = new MonotonicDeque[featureCount];
        lowest = new MonotonicDeque[featureCount];
        for (int i = 0; i < featureCount; i++) {
            histories[i] = new FeatureHistory(period);
            windows[i] = histories[i].history().ring(period);
            highest[i] = new MonotonicDeque(period);
            lowest[i] = new MonotonicDeque(period);
        }
    }

    @Override
    public void updateAndTransform(double[] raw, double[] scaled) {
        for (int i = 0; i < histories.length; i++) {
            double value = raw[i];
            histories[i].push(value);
            push(i, value);
            double low = -lowest[i].highest();
            double range = highest[i].highest() - low;
            scaled[i] = range > 0 ? (value - low) / range : 0.5;
        }
    }

    private void push(int feature, double value) {
        highest[feature].push(value);
        lowest[feature].push(-value);
    }

    @Override
    public void save(StateOutput out) {
        for (FeatureHistory history : histories) {
            history.save(out);
        }
    }

    @Override
    public void restore(StateInput in) {
        for (int i = 0; i < histories.length; i++) {
            histories[i].restore(in);
            highest[i].clear();
            lowest[i].clear();
            for (int age = histories[i].size() - 1; age >= 0; age--) {
                push(i, windows[i].get(age));
            }
        }
    }
}

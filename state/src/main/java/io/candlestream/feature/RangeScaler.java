package io.candlestream.feature;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.indicator.Extreme;

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
    private final Extreme[] lowest;
    private final Extreme[] highest;

    /// A scaler that has seen nothing.
    ///
    /// @param period vectors, from 2 to 10,000
    RangeScaler(int featureCount, int period) {
        histories = new FeatureHistory[featureCount];
        lowest = new Extreme[featureCount];
        highest = new Extreme[featureCount];
        for (int i = 0; i < featureCount; i++) {
            histories[i] = new FeatureHistory(period);
            lowest[i] = Extreme.lowest(histories[i].history(), period);
            highest[i] = Extreme.highest(histories[i].history(), period);
        }
    }

    @Override
    public void updateAndTransform(double[] raw, double[] scaled) {
        for (int i = 0; i < histories.length; i++) {
            double value = raw[i];
            histories[i].push(value);
            lowest[i].update();
            highest[i].update();
            double low = lowest[i].value();
            double range = highest[i].value() - low;
            scaled[i] = range > 0 ? (value - low) / range : 0.5;
        }
    }

    @Override
    public void save(StateOutput out) {
        for (int i = 0; i < histories.length; i++) {
            histories[i].save(out);
            lowest[i].save(out);
            highest[i].save(out);
        }
    }

    @Override
    public void restore(StateInput in) {
        for (int i = 0; i < histories.length; i++) {
            histories[i].restore(in);
            lowest[i].restore(in);
            highest[i].restore(in);
        }
    }
}

package io.candlestream.feature;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.indicator.SortedWindow;

/// Standardises a feature by the median of its last numbers and their median distance from it: a
/// few wild numbers change neither.
///
/// | quantity | meaning |
/// |---|---|
/// | input | finite numbers, none beyond 1e100 either way |
/// | output | standard deviations above the median, in `[-clip, clip]` |
/// | warm-up | none; a window that is not full is as long as it is |
/// | state | `period` doubles a feature; as [io.candlestream.indicator.SortedWindow] |
///
/// ```
/// scaled = (x - median) / (1.4826 median(|x - median|))
/// ```
///
/// The factor makes the unit a standard deviation where numbers are normally distributed. Where
/// more than half of them are equal they are 0, and everything else is at the clip.
///
/// Not thread-safe: owned by one stream task.
///
/// Source: P. J. Rousseeuw, C. Croux, _Journal of the American Statistical Association_ 88 (1993)
/// 1273.
final class RobustScaler implements Scaler {

    private static final double DEVIATIONS = 1.4826;

    private final SortedFeatures features;
    private final double clip;

    /// A scaler that has seen nothing.
    ///
    /// @param period vectors, from 2 to 10,000
    RobustScaler(int featureCount, int period, double clip) {
        this.features = new SortedFeatures(featureCount, period);
        this.clip = clip;
    }

    @Override
    public void updateAndTransform(double[] raw, double[] scaled) {
        for (int i = 0; i < features.count(); i++) {
            double value = raw[i];
            SortedWindow window = features.push(i, value);
            double distance = value - window.value();
            double deviation = DEVIATIONS * window.medianDeviation();
            scaled[i] = distance == 0 ? 0 : Scaler.clipped(distance / deviation, clip);
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

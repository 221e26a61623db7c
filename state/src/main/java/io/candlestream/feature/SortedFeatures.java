package io.candlestream.feature;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.indicator.SortedWindow;

/// The last numbers of every feature, sorted.
final class SortedFeatures implements Stateful {

    private final FeatureHistory[] histories;
    private final SortedWindow[] windows;

    /// @param period vectors, from 2 to 10,000
    SortedFeatures(int featureCount, int period) {
        histories = new FeatureHistory[featureCount];
        windows = new SortedWindow[featureCount];
        for (int i = 0; i < featureCount; i++) {
            histories[i] = new FeatureHistory(period);
            windows[i] = new SortedWindow(histories[i].history(), period);
        }
    }

    /// Takes the next number of a feature.
    ///
    /// @return its window
    SortedWindow push(int feature, double value) {
        histories[feature].push(value);
        windows[feature].update();
        return windows[feature];
    }

    /// @return how many features there are
    int count() {
        return windows.length;
    }

    /// @return how many numbers of a feature there are, at most as many as the window takes
    int size(int feature) {
        return histories[feature].size();
    }

    @Override
    public void save(StateOutput out) {
        for (int i = 0; i < windows.length; i++) {
            histories[i].save(out);
            windows[i].save(out);
        }
    }

    @Override
    public void restore(StateInput in) {
        for (int i = 0; i < windows.length; i++) {
            histories[i].restore(in);
            windows[i].restore(in);
        }
    }
}

package io.candlestream.epoch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a series' history taught, in the order of time: of every candle that was followed by its
/// horizon the features at its close, and the label that came true.
///
/// Memory: 8 bytes a feature and 40 of other numbers an example. Not thread-safe.
public final class Examples {

    private final int featureCount;
    private final List<double[]> features = new ArrayList<>();
    private double[] targets = new double[256];
    private long[] openTimes = new long[256];
    private long[] labelledAt = new long[256];

    /// No examples.
    ///
    /// @param featureCount numbers of a vector, at least 1
    public Examples(int featureCount) {
        this.featureCount = featureCount;
    }

    /// Adds an example behind the others.
    ///
    /// @param vector one finite number a feature, which is copied
    /// @param target index of the class, or the number, that came true; finite
    /// @param openTimeMs open of the candle predicted on
    /// @param labelledAtMs close of the candle that gave the label
    /// @throws IllegalArgumentException when the vector has another length, or a number is not
    ///   finite
    public void add(double[] vector, double target, long openTimeMs, long labelledAtMs) {
        if (vector.length != featureCount) {
            throw new IllegalArgumentException(
                    "vector must hold " + featureCount + " features, held " + vector.length);
        }
        checkFinite("target", target);
        for (double feature : vector) {
            checkFinite("feature", feature);
        }
        int at = features.size();
        if (at == targets.length) {
            targets = Arrays.copyOf(targets, 2 * at);
            openTimes = Arrays.copyOf(openTimes, 2 * at);
            labelledAt = Arrays.copyOf(labelledAt, 2 * at);
        }
        features.add(vector.clone());
        targets[at] = target;
        openTimes[at] = openTimeMs;
        labelledAt[at] = labelledAtMs;
    }

    /// @return how many there are
    public int size() {
        return features.size();
    }

    /// @return numbers of a vector
    public int featureCount() {
        return featureCount;
    }

    /// @return the vector, live: a scaler works in place
    public double[] features(int index) {
        return features.get(index);
    }

    /// @return index of the class, or the number, that came true
    public double target(int index) {
        return targets[checked(index)];
    }

    /// @return open of the candle predicted on
    public long openTimeMs(int index) {
        return openTimes[checked(index)];
    }

    /// @return close of the candle that gave the label
    public long labelledAtMs(int index) {
        return labelledAt[checked(index)];
    }

    private int checked(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(
                    "example must be from 0 to " + (size() - 1) + ", was " + index);
        }
        return index;
    }

    private static void checkFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
    }
}

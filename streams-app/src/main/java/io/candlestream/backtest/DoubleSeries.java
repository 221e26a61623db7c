package io.candlestream.backtest;

import java.util.Arrays;

/// Numbers that are added one by one. Not thread-safe.
final class DoubleSeries {

    private double[] values = new double[1_024];
    private int count;

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    double[] toArray() {
        return Arrays.copyOf(values, count);
    }
}

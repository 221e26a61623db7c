package io.candlestream.label;

import java.util.List;

/// Waiting predictions that keep given numbers, the oldest first.
final class KeptRows implements WaitingPath {

    private final List<double[]> rows;

    KeptRows(double[]... rows) {
        this.rows = List.of(rows);
    }

    @Override
    public int length() {
        return rows.size();
    }

    @Override
    public double at(int row, int index) {
        return rows.get(row)[index];
    }
}

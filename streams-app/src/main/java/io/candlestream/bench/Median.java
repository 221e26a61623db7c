package io.candlestream.bench;

import java.util.List;

/// The middle of several rounds: what a single disturbed one cannot move.
final class Median {

    private Median() {}

    /// @param values at least one
    static double of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int upper = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(upper)
                : (sorted.get(upper - 1) + sorted.get(upper)) / 2;
    }
}

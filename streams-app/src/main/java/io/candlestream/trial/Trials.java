package io.candlestream.trial;

import java.util.List;

/// The trials on the same data up to one of them, in the order in which they first ran.
///
/// @param all at least the one
public record Trials(List<Trial> all) {

    /// Copies the list.
    ///
    /// @throws IllegalArgumentException when it is empty
    public Trials {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("trials must be at least 1, were none");
        }
        all = List.copyOf(all);
    }

    /// @return how many there are
    public int count() {
        return all.size();
    }

    /// @param series one of those that were traded
    /// @return sample standard deviation of the trials' Sharpe ratios of a candle; 0 with fewer
    ///   than two
    public double deviation(String series) {
        double mean = 0;
        double squares = 0;
        int n = 0;
        for (Trial trial : all) {
            double ratio = trial.sharpeRatios().getOrDefault(series, Double.NaN);
            if (Double.isFinite(ratio)) {
                n++;
                double delta = ratio - mean;
                mean += delta / n;
                squares += delta * (ratio - mean);
            }
        }
        return n < 2 ? 0 : Math.sqrt(squares / (n - 1));
    }
}

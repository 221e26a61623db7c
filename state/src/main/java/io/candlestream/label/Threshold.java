package io.candlestream.label;

/// How far a return must go to be a move.
///
/// | kind | what it is about | warm-up |
/// |---|---|---|
/// | [FixedBps] | the size of the move | none |
/// | [OfVolatility] | its size beside what is usual at the time | `window + 1` candles |
/// | [Quantiles] | its place among the moves of the time, so that classes are equally frequent | `horizon + window` candles |
///
/// All but the first are fixed when a prediction is made, from candles up to that one.
public sealed interface Threshold {

    /// @return how far, in the unit of the kind
    double size();

    /// The same kind of threshold at another distance.
    ///
    /// @throws IllegalArgumentException when the size is outside the range of the kind
    Threshold resized(double size);

    /// @return the canonical text of its arguments, as in `threshold_bps=10.0`
    String expression();

    /// The same distance on either side of 0, always.
    ///
    /// ```
    /// upper cut = size / 10,000          lower cut = -upper cut
    /// ```
    ///
    /// @param size basis points of return, finite and at least 0
    record FixedBps(double size) implements Threshold {

        /// Checks the range.
        ///
        /// @throws IllegalArgumentException when the size is outside it
        public FixedBps {
            if (!(size >= 0 && Double.isFinite(size))) {
                throw new IllegalArgumentException(
                        "threshold in basis points must be finite and at least 0, was " + size);
            }
        }

        @Override
        public Threshold resized(double size) {
            return new FixedBps(size);
        }

        @Override
        public String expression() {
            return "threshold_bps=" + size;
        }
    }

    /// A multiple of recent volatility, as much on either side of 0.
    ///
    /// ```
    /// deviation = population standard deviation of the last `window` of ln(close / close before)
    /// upper cut = size deviation sqrt(horizon)          lower cut = -upper cut
    /// ```
    ///
    /// Where nothing has varied both cuts are 0, and only a close that has not moved is between
    /// them.
    ///
    /// @param size multiples, positive and at most 1,000,000
    /// @param window returns that volatility is of, from 2 to 10,000
    record OfVolatility(double size, int window) implements Threshold {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException when a number is outside its range
        public OfVolatility {
            Parameters.positive("volatility", size);
            Parameters.window(window);
        }

        @Override
        public Threshold resized(double size) {
            return new OfVolatility(size, window);
        }

        @Override
        public String expression() {
            return "volatility=" + size + ",window=" + window;
        }
    }

    /// Quantiles of recent forward returns, whatever side of 0 they are on.
    ///
    /// ```
    /// returns   = the last `window` forward returns that are known, in ascending order from r(0)
    /// rank      = size window, rounded to the nearest, halves to even, and at most (window - 1) / 2
    /// lower cut = r(rank)          upper cut = r(window - 1 - rank)
    /// ```
    ///
    /// Exactly `rank` of the window lie beyond either cut, fewer where some are equal to it. In a
    /// market that rises steadily both cuts are above 0: down is then to rise less than usual.
    ///
    /// @param size share of the returns that lie beyond a cut, below 0.5 and at least `1 / window`
    /// @param window forward returns, from 2 to 10,000
    record Quantiles(double size, int window) implements Threshold {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException when a number is outside its range
        public Quantiles {
            Parameters.window(window);
            if (!(size * window >= 1 && size < 0.5)) {
                throw new IllegalArgumentException(
                        "quantile must be below 0.5 and at least 1 of a window of %d, was %s"
                                .formatted(window, size));
            }
        }

        @Override
        public Threshold resized(double size) {
            return new Quantiles(size, window);
        }

        @Override
        public String expression() {
            return "quantile=" + size + ",window=" + window;
        }
    }
}

package io.candlestream.label;

/// How far a return must go to be a move.
public sealed interface Threshold {

    /// @return how far, in the unit of the kind: basis points, multiples, or a share
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
    /// upper = size / 10,000          lower = -upper
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
}

package io.candlestream.account;

/// When a score of what is expected becomes a position, and when that ends.
///
/// ```
/// score  = p(up) / (p(up) + p(down))          0.5 where both are 0; what p is, Positioner says
/// flat     -> long   score >= buy                    -> short  score <= sell
/// long     -> left   score <= sell, or score < buy - hysteresis
/// short    -> left   score >= buy,  or score > sell + hysteresis
/// ```
///
/// A position that is left becomes the opposite one where the score is beyond that one's threshold,
/// and flat otherwise. With a hysteresis of `buy - sell` a position is held between the thresholds;
/// with 0 there is none between them.
///
/// @param buy score from which long, greater than `sell` and at most 1
/// @param sell score down to which short, at least 0
/// @param hysteresis by how much the score must fall behind its threshold for a position to be
///   left, from 0 to 1
/// @param minimumHolding closes before a position that was taken may be left, at least 0
/// @param size how much of the equity it takes
public record PositionRule(
        double buy, double sell, double hysteresis, int minimumHolding, SizeRule size) {

    /// Checks the thresholds.
    ///
    /// @throws IllegalArgumentException when they are out of range or the wrong way round
    public PositionRule {
        if (!(sell >= 0 && sell < buy && buy <= 1)) {
            throw new IllegalArgumentException(
                    "sell must be below buy and both from 0 to 1, were " + sell + " and " + buy);
        }
        if (!(hysteresis >= 0 && hysteresis <= 1)) {
            throw new IllegalArgumentException("hysteresis must be from 0 to 1, was " + hysteresis);
        }
        if (minimumHolding < 0) {
            throw new IllegalArgumentException(
                    "minimum holding must be at least 0, was " + minimumHolding);
        }
    }

    /// One whose positions take everything.
    ///
    /// @throws IllegalArgumentException when the thresholds are out of range or the wrong way round
    public PositionRule(double buy, double sell, double hysteresis, int minimumHolding) {
        this(buy, sell, hysteresis, minimumHolding, SizeRule.ALL);
    }
}

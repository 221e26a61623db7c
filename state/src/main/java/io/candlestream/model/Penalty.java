package io.candlestream.model;

/// What coefficients cost by themselves: `l2 / 2` times the sum of their squares, `l1` times the
/// sum of their magnitudes; both together are an elastic net.
///
/// How each [Optimiser] takes the L2 part, its documentation says. The L1 part is taken after the
/// step, from weights and not from intercepts, and stops at 0:
///
/// ```
/// truncated    w <- sign(w) max(0, |w| - rate l1)
/// cumulative   u <- u + rate l1                     all that a weight could have been cut so far
///              w <- max(0, w - (u + q)) or min(0, w + (u - q)), by the sign of w
///              q <- q + the change of w             all that it has been cut
/// ```
///
/// Truncated is what scikit-learn's `partial_fit` does with one row a call, cumulative what its
/// `fit` does: there a weight that was cut less than it could have been, because it was at 0, is
/// cut more later.
///
/// Sources: J. Langford, L. Li and T. Zhang, _Sparse online learning via truncated gradient_, JMLR
/// 10, 2009; Y. Tsuruoka, J. Tsujii and S. Ananiadou, _Stochastic gradient descent training for
/// L1-regularized log-linear models with cumulative penalty_, ACL 2009.
///
/// @param l2 strength of the L2 part, at least 0
/// @param l1 strength of the L1 part, at least 0
/// @param cumulative whether the L1 part is cumulative
public record Penalty(double l2, double l1, boolean cumulative) {

    /// No penalty.
    public static final Penalty NONE = l2(0);

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when a strength is negative or not finite
    public Penalty {
        check("l2", l2);
        check("l1", l1);
    }

    /// The L2 part alone.
    public static Penalty l2(double strength) {
        return new Penalty(strength, 0, false);
    }

    /// The L1 part alone, truncated.
    public static Penalty l1(double strength) {
        return new Penalty(0, strength, false);
    }

    /// Both parts, the L1 part truncated.
    ///
    /// @param strength of both together, at least 0
    /// @param l1Ratio the part of it that is L1, from 0 to 1
    /// @throws IllegalArgumentException when a number is out of range
    public static Penalty elasticNet(double strength, double l1Ratio) {
        if (!(l1Ratio >= 0 && l1Ratio <= 1)) {
            throw new IllegalArgumentException("l1 ratio must be from 0 to 1, was " + l1Ratio);
        }
        return new Penalty((1 - l1Ratio) * strength, l1Ratio * strength, false);
    }

    /// @return the canonical text, as in `l2=1.0E-5,l1=0.0`
    String expression() {
        return "l2=" + l2 + ",l1=" + (cumulative ? "cumulative(" + l1 + ')' : l1);
    }

    private static void check(String name, double strength) {
        if (!(strength >= 0 && strength <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    name + " must be at least 0 and finite, was " + strength);
        }
    }
}

package io.candlestream.model;

/// The rule by which the weights of an [Ensemble] follow what its members lost.
///
/// `n` is the number of members. `p_i` is the probability that member `i` gave to what came true,
/// at least 1e-15; `l_i = -ln p_i` is its loss.
///
/// Neither rule ever makes a weight less than `share / n` where the share is positive, so a member
/// that was forgotten comes back.
public sealed interface Mixing {

    /// @return a short word, lower case with underscores
    String id();

    /// @return the parameters as they are written, as in `rate=0.1,share=0.001`
    String parameters();

    /// Exponential weights with a fixed share.
    ///
    /// ```
    /// v_i <- w_i e^(-rate l_i) / sum over k of w_k e^(-rate l_k)        in logarithms
    /// w_i <- (1 - share) v_i + share / n
    /// ```
    ///
    /// The log loss over `T` examples is above that of its best member by at most `(ln n
    /// - T ln(1 - share)) / rate`, and by no range of losses, where the rate is at most 1.
    ///
    /// Sources: Y. Freund and R. E. Schapire, _A decision-theoretic generalization of on-line
    /// learning and an application to boosting_, JCSS 55, 1997; M. Herbster and M. K. Warmuth,
    /// _Tracking the best expert_, Machine Learning 32, 1998.
    ///
    /// @param rate how fast weights follow losses, from 1e-6 to 100
    /// @param share what is divided anew at every example, from 0 to 0.5
    record Hedge(double rate, double share) implements Mixing {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException when a number is out of range
        public Hedge {
            check("rate", rate, 1e-6, 100);
            check("share", share, 0, 0.5);
        }

        @Override
        public String id() {
            return "hedge";
        }

        @Override
        public String parameters() {
            return "rate=" + rate + ",share=" + share;
        }
    }

    /// The online Newton step on the simplex of weights that are at least `share / n`.
    ///
    /// ```
    /// g  = -p / (w p)                                   gradient of the log loss of the mixture
    /// A <- A + g g'                                     begins as epsilon times the unit matrix
    /// w <- the least of (w' - w)' A (w' - w) / 2 + g (w' - w) / beta over the simplex
    /// ```
    ///
    /// That is `w - A^-1 g / beta`, projected in the norm of `A`, in one exact step that needs no
    /// inverse. It follows the best fixed mixture, not only the best member, and not a best one
    /// that changes: the past is never forgotten.
    ///
    /// Source: E. Hazan, A. Agarwal and S. Kale, _Logarithmic regret algorithms for online convex
    /// optimization_, Machine Learning 69, 2007.
    ///
    /// @param beta the less, the longer the steps, from 1e-6 to 100
    /// @param epsilon the greater, the shorter the first steps, from 1e-6 to 1e6
    /// @param share what all weights together have at least, from 1e-6 to 0.5
    record OnlineNewton(double beta, double epsilon, double share) implements Mixing {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException when a number is out of range
        public OnlineNewton {
            check("beta", beta, 1e-6, 100);
            check("epsilon", epsilon, 1e-6, 1e6);
            check("share", share, 1e-6, 0.5);
        }

        @Override
        public String id() {
            return "online_newton";
        }

        @Override
        public String parameters() {
            return "beta=" + beta + ",epsilon=" + epsilon + ",share=" + share;
        }
    }

    private static void check(String name, double value, double least, double greatest) {
        if (!(value >= least && value <= greatest)) {
            throw new IllegalArgumentException(
                    "%s must be from %s to %s, was %s".formatted(name, least, greatest, value));
        }
    }
}

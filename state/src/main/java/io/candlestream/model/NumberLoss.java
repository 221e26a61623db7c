package io.candlestream.model;

/// Losses of a number `y` predicted from a score `p`, with `r = p - y`.
///
/// | loss | value | derivative by p | makes the prediction |
/// |---|---|---|---|
/// | squared | `r^2 / 2` | `r` | the mean |
/// | Huber(e) | `r^2 / 2` where `|r| <= e`, else `e (|r| - e / 2)` | `r` cut to `[-e, e]` | between mean and median |
/// | epsilon-insensitive(e) | `max(0, |r| - e)` | sign of `r` where `|r| > e` | the median, within `e` |
/// | squared epsilon-insensitive(e) | `max(0, |r| - e)^2` | `2 (|r| - e)` with the sign of `r` | the mean, within `e` |
/// | quantile(q) | `-q r` where `r < 0`, else `(1 - q) r` | `-q`, `1 - q`, 0 at 0 | the `q` quantile |
/// | Poisson | `e^p - y p` | `e^p - y` | the mean, `e^p`, of a number that is at least 0 |
///
/// Sources: scikit-learn 1.2, `_sgd_fast.pyx`, for the first four; R. Koenker and G. Bassett,
/// _Regression quantiles_, Econometrica 46, 1978; J. A. Nelder and R. W. M. Wedderburn,
/// _Generalized linear models_, JRSS A 135, 1972, for Poisson with the logarithm as its link.
public sealed interface NumberLoss extends Loss {

    @Override
    default double predicted(double score) {
        return score;
    }

    @Override
    default boolean accepts(double target) {
        return Double.isFinite(target);
    }

    /// Half the squared error.
    record Squared() implements NumberLoss {

        @Override
        public double value(double score, double target) {
            return (score - target) * (score - target) / 2;
        }

        @Override
        public double derivative(double score, double target) {
            return score - target;
        }

        @Override
        public String expression() {
            return "squared";
        }
    }

    /// Squared for small errors, absolute for large ones.
    ///
    /// @param epsilon where small ends, positive
    record Huber(double epsilon) implements NumberLoss {

        /// Checks the range.
        ///
        /// @throws IllegalArgumentException when epsilon is not positive and finite
        public Huber {
            if (!(epsilon > 0 && epsilon <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "epsilon must be positive and finite, was " + epsilon);
            }
        }

        @Override
        public double value(double score, double target) {
            double size = Math.abs(score - target);
            return size <= epsilon ? size * size / 2 : epsilon * (size - epsilon / 2);
        }

        @Override
        public double derivative(double score, double target) {
            return Math.clamp(score - target, -epsilon, epsilon);
        }

        @Override
        public String expression() {
            return "huber(" + epsilon + ')';
        }
    }

    /// The absolute error beyond a tolerance.
    ///
    /// @param epsilon the tolerance, at least 0
    record EpsilonInsensitive(double epsilon) implements NumberLoss {

        /// Checks the range.
        ///
        /// @throws IllegalArgumentException when epsilon is negative or not finite
        public EpsilonInsensitive {
            checkTolerance(epsilon);
        }

        @Override
        public double value(double score, double target) {
            return beyond(score, target, epsilon);
        }

        @Override
        public double derivative(double score, double target) {
            double error = score - target;
            return Math.abs(error) > epsilon ? Math.signum(error) : 0;
        }

        @Override
        public String expression() {
            return "epsilon_insensitive(" + epsilon + ')';
        }
    }

    /// The squared error beyond a tolerance.
    ///
    /// @param epsilon the tolerance, at least 0
    record SquaredEpsilonInsensitive(double epsilon) implements NumberLoss {

        /// Checks the range.
        ///
        /// @throws IllegalArgumentException when epsilon is negative or not finite
        public SquaredEpsilonInsensitive {
            checkTolerance(epsilon);
        }

        @Override
        public double value(double score, double target) {
            double beyond = beyond(score, target, epsilon);
            return beyond * beyond;
        }

        @Override
        public double derivative(double score, double target) {
            return Math.copySign(2 * beyond(score, target, epsilon), score - target);
        }

        @Override
        public String expression() {
            return "squared_epsilon_insensitive(" + epsilon + ')';
        }
    }

    /// The pinball loss.
    ///
    /// @param level part of the targets that should lie below the prediction, between 0 and 1
    record Quantile(double level) implements NumberLoss {

        /// Checks the range.
        ///
        /// @throws IllegalArgumentException when the level is not between 0 and 1
        public Quantile {
            if (!(level > 0 && level < 1)) {
                throw new IllegalArgumentException("level must be between 0 and 1, was " + level);
            }
        }

        @Override
        public double value(double score, double target) {
            double error = score - target;
            return error < 0 ? -level * error : (1 - level) * error;
        }

        @Override
        public double derivative(double score, double target) {
            if (score == target) {
                return 0;
            }
            return score < target ? -level : 1 - level;
        }

        @Override
        public String expression() {
            return "quantile(" + level + ')';
        }
    }

    /// Counts and other numbers that are at least 0, whose logarithm is linear; any other target is
    /// refused.
    record Poisson() implements NumberLoss {

        @Override
        public double value(double score, double target) {
            return Exponential.exp(score) - target * score;
        }

        @Override
        public double derivative(double score, double target) {
            return Exponential.exp(score) - target;
        }

        @Override
        public double predicted(double score) {
            return Exponential.exp(score);
        }

        @Override
        public boolean accepts(double target) {
            return target >= 0 && target <= Double.MAX_VALUE;
        }

        @Override
        public String expression() {
            return "poisson";
        }
    }

    private static double beyond(double score, double target, double epsilon) {
        return Math.max(0, Math.abs(score - target) - epsilon);
    }

    private static void checkTolerance(double epsilon) {
        if (!(epsilon >= 0 && epsilon <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "epsilon must be at least 0 and finite, was " + epsilon);
        }
    }
}

package io.candlestream.model;

import java.util.Locale;

/// Losses of a class against the rest, of the margin `z = y p`: `y` is 1 for the class and -1 for
/// the rest, `p` the score.
///
/// | loss | value | derivative by p | probability of the class |
/// |---|---|---|---|
/// | log | `ln(1 + e^-z)` | `-y / (1 + e^z)` | `1 / (1 + e^-p)` |
/// | hinge | `max(0, 1 - z)` | `-y` where `z <= 1` | `1 / (1 + e^-p)` * |
/// | squared hinge | `max(0, 1 - z)^2` | `-2 y (1 - z)` where `z < 1` | `(1 + p) / 2`, cut to `[0, 1]` |
/// | modified Huber | `max(0, 1 - z)^2`, `-4 z` where `z < -1` | `-2 y (1 - z)`, `-4 y` | `(1 + p) / 2`, cut to `[0, 1]` |
/// | perceptron | `max(0, -z)` | `-y` where `z <= 0` | `1 / (1 + e^-p)` * |
///
/// Elsewhere the derivative is 0. The score that makes the mean squared hinge or modified Huber
/// loss least is `2 P - 1`, which gives back the probability `P`. From the hinge and the perceptron
/// loss no probability follows (*): what stands there orders examples rightly and is not
/// calibrated; [LinearClassifier#decision] is the score itself.
///
/// Sources: T. Zhang, _Statistical behavior and consistency of classification methods based on
/// convex risk minimization_, Annals of Statistics 32, 2004, for losses and probabilities; values
/// and derivatives as in scikit-learn 1.2, `_sgd_fast.pyx`.
public enum ClassLoss implements Loss {
    /// Logistic regression.
    LOG {
        @Override
        public double value(double score, double target) {
            double z = score * target;
            double rest = Exponential.log(1 + Exponential.exp(-Math.abs(z)));
            return z > 0 ? rest : rest - z;
        }

        @Override
        public double derivative(double score, double target) {
            return -target * logistic(-score * target);
        }
    },

    /// The linear support vector machine.
    HINGE {
        @Override
        public double value(double score, double target) {
            return Math.max(0, 1 - score * target);
        }

        @Override
        public double derivative(double score, double target) {
            return score * target <= 1 ? -target : 0;
        }
    },

    /// The hinge squared: smooth, and harder on outliers.
    SQUARED_HINGE {
        @Override
        public double value(double score, double target) {
            double shortfall = Math.max(0, 1 - score * target);
            return shortfall * shortfall;
        }

        @Override
        public double derivative(double score, double target) {
            return -2 * target * Math.max(0, 1 - score * target);
        }

        @Override
        public double predicted(double score) {
            return fromMargin(score);
        }
    },

    /// The hinge squared, but linear for outliers.
    MODIFIED_HUBER {
        @Override
        public double value(double score, double target) {
            double z = score * target;
            return z < -1 ? -4 * z : SQUARED_HINGE.value(score, target);
        }

        @Override
        public double derivative(double score, double target) {
            return score * target < -1 ? -4 * target : SQUARED_HINGE.derivative(score, target);
        }

        @Override
        public double predicted(double score) {
            return fromMargin(score);
        }
    },

    /// Only what is on the wrong side counts.
    PERCEPTRON {
        @Override
        public double value(double score, double target) {
            return Math.max(0, -score * target);
        }

        @Override
        public double derivative(double score, double target) {
            return score * target <= 0 ? -target : 0;
        }
    };

    @Override
    public double predicted(double score) {
        return logistic(score);
    }

    @Override
    public boolean accepts(double target) {
        return target == 1 || target == -1;
    }

    @Override
    public String expression() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static double logistic(double score) {
        return 1 / (1 + Exponential.exp(-score));
    }

    private static double fromMargin(double score) {
        return (1 + Math.clamp(score, -1.0, 1.0)) / 2;
    }
}

package io.candlestream.model;

/// The rule that turns the gradient of an example into a step of the coefficients.
///
/// In the formulas `w` is a coefficient and `eta` the learning rate. `g` is the clipped gradient of
/// the loss by `w`; the intercept is a coefficient like any other, whose feature is 1. All the
/// memory of a rule begins at 0.
///
/// The plain rule takes an L2 penalty as scikit-learn does, by shrinking weights before the step
/// and leaving the intercept alone. AdamW shrinks every coefficient. FTRL-Proximal has both
/// penalties in its closed form. The other rules add `l2 w` to `g`, of every coefficient, as
/// PyTorch does.
public sealed interface Optimiser {

    /// @return the step size
    LearningRate learningRate();

    /// @return the canonical text, as in `momentum(0.01,0.9)`
    String expression();

    /// Stochastic gradient descent.
    ///
    /// ```
    /// w <- max(0, 1 - eta l2) w - eta g
    /// ```
    ///
    /// @param learningRate step size
    record Plain(LearningRate learningRate) implements Optimiser {

        @Override
        public String expression() {
            return "plain(" + text(learningRate) + ')';
        }
    }

    /// Momentum: the steps of the past go on, fading.
    ///
    /// ```
    /// v <- momentum v + g
    /// w <- w - eta v
    /// ```
    ///
    /// Source: B. T. Polyak, _Some methods of speeding up the convergence of iteration methods_,
    /// 1964, in the form of PyTorch's `SGD`.
    ///
    /// @param learningRate step size
    /// @param momentum what is left of a step at the next, from 0 to less than 1
    record Momentum(LearningRate learningRate, double momentum) implements Optimiser {

        /// Checks the range.
        ///
        /// @throws IllegalArgumentException when the momentum is out of range
        public Momentum {
            checkFading("momentum", momentum);
        }

        @Override
        public String expression() {
            return "momentum(" + text(learningRate) + ',' + momentum + ')';
        }
    }

    /// Nesterov's momentum: the gradient once more on top of the momentum.
    ///
    /// ```
    /// v <- momentum v + g
    /// w <- w - eta (g + momentum v)
    /// ```
    ///
    /// Source: I. Sutskever et al., _On the importance of initialization and momentum in deep
    /// learning_, 2013, in the form of PyTorch's `SGD`.
    ///
    /// @param learningRate step size
    /// @param momentum what is left of a step at the next, from 0 to less than 1
    record Nesterov(LearningRate learningRate, double momentum) implements Optimiser {

        /// Checks the range.
        ///
        /// @throws IllegalArgumentException when the momentum is out of range
        public Nesterov {
            checkFading("momentum", momentum);
        }

        @Override
        public String expression() {
            return "nesterov(" + text(learningRate) + ',' + momentum + ')';
        }
    }

    /// A step size for each coefficient, smaller the more it has moved.
    ///
    /// ```
    /// s <- s + g^2
    /// w <- w - eta g / (sqrt(s) + epsilon)
    /// ```
    ///
    /// Source: J. Duchi, E. Hazan and Y. Singer, _Adaptive subgradient methods for online learning
    /// and stochastic optimization_, JMLR 12, 2011.
    ///
    /// @param learningRate step size
    /// @param epsilon keeps the first steps finite, from 1e-30 to 1
    record Adagrad(LearningRate learningRate, double epsilon) implements Optimiser {

        /// Checks the range.
        ///
        /// @throws IllegalArgumentException when epsilon is out of range
        public Adagrad {
            checkEpsilon(epsilon);
        }

        @Override
        public String expression() {
            return "adagrad(" + text(learningRate) + ',' + epsilon + ')';
        }
    }

    /// A step size for each coefficient, from its latest gradients.
    ///
    /// ```
    /// s <- smoothing s + (1 - smoothing) g^2
    /// w <- w - eta g / (sqrt(s) + epsilon)
    /// ```
    ///
    /// Source: G. Hinton, _Neural networks for machine learning_, lecture 6e, 2012, in the form of
    /// PyTorch's `RMSprop`.
    ///
    /// @param learningRate step size
    /// @param smoothing what is left of the past at the next example, from 0 to less than 1
    /// @param epsilon keeps steps finite, from 1e-30 to 1
    record RmsProp(LearningRate learningRate, double smoothing, double epsilon)
            implements Optimiser {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException when a number is out of range
        public RmsProp {
            checkFading("smoothing", smoothing);
            checkEpsilon(epsilon);
        }

        @Override
        public String expression() {
            return "rmsprop(" + text(learningRate) + ',' + smoothing + ',' + epsilon + ')';
        }
    }

    /// Momentum and a step size for each coefficient.
    ///
    /// ```
    /// m <- beta1 m + (1 - beta1) g
    /// s <- beta2 s + (1 - beta2) g^2
    /// w <- w - eta / (1 - beta1^t) m / (sqrt(s / (1 - beta2^t)) + epsilon)
    /// ```
    ///
    /// Source: D. P. Kingma and J. Ba, _Adam: a method for stochastic optimization_, ICLR 2015.
    ///
    /// @param learningRate step size
    /// @param beta1 what is left of the mean gradient at the next example, from 0 to less than 1
    /// @param beta2 what is left of the mean square, from 0 to less than 1
    /// @param epsilon keeps steps finite, from 1e-30 to 1
    record Adam(LearningRate learningRate, double beta1, double beta2, double epsilon)
            implements Optimiser {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException when a number is out of range
        public Adam {
            checkFading("beta1", beta1);
            checkFading("beta2", beta2);
            checkEpsilon(epsilon);
        }

        @Override
        public String expression() {
            return "adam(%s,%s,%s,%s)".formatted(text(learningRate), beta1, beta2, epsilon);
        }
    }

    /// [Adam] with the L2 penalty apart from the gradient: `w <- (1 - eta l2) w` before the step.
    ///
    /// Source: I. Loshchilov and F. Hutter, _Decoupled weight decay regularization_, ICLR 2019.
    ///
    /// @param learningRate step size
    /// @param beta1 what is left of the mean gradient at the next example, from 0 to less than 1
    /// @param beta2 what is left of the mean square, from 0 to less than 1
    /// @param epsilon keeps steps finite, from 1e-30 to 1
    record AdamW(LearningRate learningRate, double beta1, double beta2, double epsilon)
            implements Optimiser {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException when a number is out of range
        public AdamW {
            checkFading("beta1", beta1);
            checkFading("beta2", beta2);
            checkEpsilon(epsilon);
        }

        @Override
        public String expression() {
            return "adamw(%s,%s,%s,%s)".formatted(text(learningRate), beta1, beta2, epsilon);
        }
    }

    /// Follow the regularised leader: coefficients in closed form from all gradients so far.
    ///
    /// ```
    /// sigma = (sqrt(n + g^2) - sqrt(n)) / alpha
    /// z <- z + g - sigma w
    /// n <- n + g^2
    /// w <- 0 where |z| <= l1, else -(z - sign(z) l1) / ((beta + sqrt(n)) / alpha + l2)
    /// ```
    ///
    /// Source: H. B. McMahan et al., _Ad click prediction: a view from the trenches_, KDD 2013.
    ///
    /// @param alpha step size, from 1e-12 to 1000
    /// @param beta keeps the first steps small, from 1e-6 to 1e6
    record FtrlProximal(double alpha, double beta) implements Optimiser {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException when a number is out of range
        public FtrlProximal {
            if (!(alpha >= LearningRate.SMALLEST && alpha <= LearningRate.GREATEST)) {
                throw new IllegalArgumentException(
                        "alpha must be from %s to %s, was %s"
                                .formatted(LearningRate.SMALLEST, LearningRate.GREATEST, alpha));
            }
            if (!(beta >= 1e-6 && beta <= 1e6)) {
                throw new IllegalArgumentException(
                        "beta must be from 1.0E-6 to 1.0E6, was " + beta);
            }
        }

        @Override
        public LearningRate learningRate() {
            return new LearningRate.Constant(alpha);
        }

        @Override
        public String expression() {
            return "ftrl(" + alpha + ',' + beta + ')';
        }
    }

    /// A rate that never changes is written as its number.
    private static String text(LearningRate learningRate) {
        return learningRate instanceof LearningRate.Constant(double rate)
                ? Double.toString(rate)
                : learningRate.expression();
    }

    private static void checkFading(String name, double part) {
        if (!(part >= 0 && part < 1)) {
            throw new IllegalArgumentException(
                    name + " must be from 0 to less than 1, was " + part);
        }
    }

    private static void checkEpsilon(double epsilon) {
        if (!(epsilon >= 1e-30 && epsilon <= 1)) {
            throw new IllegalArgumentException("epsilon must be from 1.0E-30 to 1, was " + epsilon);
        }
    }
}

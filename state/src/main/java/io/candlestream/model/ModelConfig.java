package io.candlestream.model;

/// Which model, with which parameters; the mutable model itself is made by [#create] or
/// [#createRegressor], whichever it can be.
///
/// The parameters decide every result, so [#expression] belongs to the fingerprint of a
/// configuration and to the provenance of a stored model.
public sealed interface ModelConfig
        permits ModelConfig.Softmax,
                ModelConfig.Smile,
                ModelConfig.SmileBinomial,
                SgdConfig,
                PassiveAggressiveConfig,
                LeastSquaresConfig,
                BayesianRegressionConfig,
                NaiveBayesConfig,
                MlpConfig,
                EnsembleConfig {

    /// @return a short word for the kind of model, lower case with underscores
    String id();

    /// @return the canonical text in the grammar of expressions, as in
    ///   `softmax(learning_rate=inverse_scaling(0.05,0.5),l2=1.0E-4,clip=1.0)`
    String expression();

    /// @param featureCount how many features an example has, from 1 to 1,000,000
    /// @param classCount how many classes there are, from 2 to 1,000
    /// @return a model of classes that has learned nothing
    /// @throws IllegalArgumentException when a count is out of range, or this is no model of
    ///   classes
    default OnlineClassifier create(int featureCount, int classCount) {
        throw new IllegalArgumentException("model must be one of classes, was " + expression());
    }

    /// @param featureCount how many features an example has, from 1 to 1,000,000
    /// @return a model of a number that has learned nothing
    /// @throws IllegalArgumentException when the count is out of range, or this is no model of
    ///   numbers
    default OnlineRegressor createRegressor(int featureCount) {
        throw new IllegalArgumentException("model must be one of numbers, was " + expression());
    }

    /// @return what is used where nothing is configured: softmax regression on scaled features with
    ///   a slowly falling rate, a trace of L2 and the gradient of an example clipped to 1
    static ModelConfig standard() {
        return new Softmax(new LearningRate.InverseScaling(0.05, 0.5), 1e-4, 1);
    }

    /// Our own multinomial logistic regression, [SoftmaxRegression].
    ///
    /// @param learningRate step size
    /// @param l2 strength of the L2 penalty on weights, at least 0; times the first rate at most 1
    /// @param clip greatest Euclidean norm of the gradient of one example, from 0.001 to 1e9
    record Softmax(LearningRate learningRate, double l2, double clip) implements ModelConfig {

        /// Checks ranges and that the first, and so every, step shrinks weights by a factor in `[0,
        /// 1]`.
        ///
        /// @throws IllegalArgumentException when one is violated
        public Softmax {
            checkL2(learningRate, l2);
            Clip.check(clip);
        }

        @Override
        public String id() {
            return "softmax";
        }

        @Override
        public String expression() {
            return "softmax(learning_rate=%s,l2=%s,clip=%s)"
                    .formatted(learningRate.expression(), l2, clip);
        }

        @Override
        public SoftmaxRegression create(int featureCount, int classCount) {
            return new SoftmaxRegression(this, featureCount, classCount);
        }
    }

    /// The multinomial logistic regression of the library Smile, [SmileLogisticRegression].
    ///
    /// @param learningRate step size
    /// @param l2 strength of the L2 penalty on weights, at least 0; times the first rate at most 1
    record Smile(LearningRate learningRate, double l2) implements ModelConfig {

        /// Checks ranges and that the first, and so every, step shrinks weights by a factor in `[0,
        /// 1]`.
        ///
        /// @throws IllegalArgumentException when one is violated
        public Smile {
            checkL2(learningRate, l2);
        }

        @Override
        public String id() {
            return "smile";
        }

        @Override
        public String expression() {
            return "smile(learning_rate=%s,l2=%s)".formatted(learningRate.expression(), l2);
        }

        @Override
        public SmileLogisticRegression create(int featureCount, int classCount) {
            return SmileLogisticRegression.multinomial(this, new Shape(featureCount, classCount));
        }
    }

    /// The binomial logistic regression of the library Smile, [SmileLogisticRegression] of two
    /// classes.
    ///
    /// @param learningRate step size
    /// @param l2 strength of the L2 penalty on weights, at least 0; times the first rate at most 1
    record SmileBinomial(LearningRate learningRate, double l2) implements ModelConfig {

        /// Checks ranges and that the first, and so every, step shrinks weights by a factor in `[0,
        /// 1]`.
        ///
        /// @throws IllegalArgumentException when one is violated
        public SmileBinomial {
            checkL2(learningRate, l2);
        }

        @Override
        public String id() {
            return "smile_binomial";
        }

        @Override
        public String expression() {
            return "smile_binomial(learning_rate=%s,l2=%s)"
                    .formatted(learningRate.expression(), l2);
        }

        @Override
        public SmileLogisticRegression create(int featureCount, int classCount) {
            return SmileLogisticRegression.binomial(this, new Shape(featureCount, classCount));
        }
    }

    private static void checkL2(LearningRate learningRate, double l2) {
        if (learningRate instanceof LearningRate.Adaptive) {
            throw new IllegalArgumentException(
                    "learning rate must follow from the number of the example, was "
                            + learningRate.expression());
        }
        double first = learningRate.at(1);
        if (!(l2 >= 0 && first * l2 <= 1)) {
            throw new IllegalArgumentException(
                    "l2 must be at least 0, and at most 1 when multiplied by the first learning rate "
                            + first
                            + ", was "
                            + l2);
        }
    }
}

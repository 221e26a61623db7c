package io.candlestream.model;

/// A linear model learned by stochastic gradient descent: a [LinearClassifier] where the loss is
/// one of classes, with more than two of them a [OneVsRest] of such, a [LinearRegressor] where it
/// is one of numbers.
///
/// @param loss what being wrong costs
/// @param optimiser how a gradient becomes a step
/// @param penalty what coefficients cost; each strength times the first learning rate at most 1
/// @param averaging whether predictions are made with a mean of the coefficients
/// @param clip greatest Euclidean norm of the gradient of one example, from 0.001 to 1e9
public record SgdConfig(
        Loss loss, Optimiser optimiser, Penalty penalty, Averaging averaging, double clip)
        implements ModelConfig {

    /// Checks ranges and that the first, and so every, step shrinks weights by a factor in `[0,
    /// 1]`.
    ///
    /// @throws IllegalArgumentException when one is violated
    public SgdConfig {
        checkPenalty("l2", optimiser.learningRate(), penalty.l2());
        checkPenalty("l1", optimiser.learningRate(), penalty.l1());
        Clip.check(clip);
    }

    static void checkPenalty(String name, LearningRate learningRate, double strength) {
        double first = learningRate.at(1);
        if (!(first * strength <= 1)) {
            throw new IllegalArgumentException(
                    "%s must be at most 1 when multiplied by the first learning rate %s, was %s"
                            .formatted(name, first, strength));
        }
    }

    @Override
    public String id() {
        return "sgd";
    }

    @Override
    public String expression() {
        return "sgd(loss=%s,optimizer=%s,%s,average=%s,clip=%s)"
                .formatted(
                        loss.expression(),
                        optimiser.expression(),
                        penalty.expression(),
                        averaging.expression(),
                        clip);
    }

    @Override
    public OnlineClassifier create(int featureCount, int classCount) {
        Shape shape = new Shape(featureCount, classCount);
        return switch (loss) {
            case ClassLoss classLoss ->
                    OneVsRest.where(
                            shape,
                            () ->
                                    new LinearClassifier(
                                            featureCount,
                                            classLoss,
                                            new GradientRule(this, featureCount)));
            case NumberLoss _ -> ModelConfig.super.create(featureCount, classCount);
        };
    }

    @Override
    public OnlineRegressor createRegressor(int featureCount) {
        Shape.checkFeatureCount(featureCount);
        return switch (loss) {
            case NumberLoss numberLoss ->
                    new LinearRegressor(
                            featureCount, numberLoss, new GradientRule(this, featureCount));
            case ClassLoss _ -> ModelConfig.super.createRegressor(featureCount);
        };
    }
}

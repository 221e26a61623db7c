package io.candlestream.model;

import io.candlestream.codec.Stateful;

/// An [Optimiser] at work, with what it remembers of past gradients; its formulas are there. Not
/// thread-safe: owned by one stream task.
interface Stepper extends Stateful {

    /// Takes one step and cuts every coefficient to [OnlineModel#WEIGHT_LIMIT].
    ///
    /// @param weights a coefficient for every feature, then the intercept, whose feature is 1
    /// @param slope clipped derivative of the loss by the score; times a feature it is the gradient
    /// @param rate learning rate of this example
    void step(double[] weights, double[] features, double slope, double rate);

    /// Takes one step of coefficients that do not share a slope, as those of a network, and cuts
    /// each to [OnlineModel#WEIGHT_LIMIT]. None is an intercept: a penalty is of all.
    ///
    /// @param weights may begin at any numbers within the limit
    /// @param gradients clipped derivative of the loss by every coefficient
    /// @param rate learning rate of this example
    void step(double[] weights, double[] gradients, double rate);

    /// @param clip greatest Euclidean norm of the gradient that a slope makes
    /// @param size how many coefficients there are, the intercept included
    static Stepper of(Optimiser optimiser, Penalty penalty, double clip, int size) {
        double l2 = penalty.l2();
        return switch (optimiser) {
            case Optimiser.Plain _ -> new PlainStepper(l2, clip);
            case Optimiser.Momentum momentum ->
                    new MomentumStepper(momentum.momentum(), false, l2, size);
            case Optimiser.Nesterov nesterov ->
                    new MomentumStepper(nesterov.momentum(), true, l2, size);
            case Optimiser.Adagrad adagrad -> new SquaresStepper(1, 1, adagrad.epsilon(), l2, size);
            case Optimiser.RmsProp rmsProp ->
                    new SquaresStepper(
                            rmsProp.smoothing(),
                            1 - rmsProp.smoothing(),
                            rmsProp.epsilon(),
                            l2,
                            size);
            case Optimiser.Adam adam ->
                    new AdamStepper(adam.beta1(), adam.beta2(), adam.epsilon(), l2, false, size);
            case Optimiser.AdamW adam ->
                    new AdamStepper(adam.beta1(), adam.beta2(), adam.epsilon(), l2, true, size);
            case Optimiser.FtrlProximal ftrl -> new FtrlStepper(ftrl, penalty, size);
        };
    }
}

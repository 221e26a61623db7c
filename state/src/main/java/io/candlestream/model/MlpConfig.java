package io.candlestream.model;

/// A multilayer perceptron learned by stochastic gradient descent: a [NetworkClassifier] where the
/// loss is `log`, a [NetworkRegressor] where it is one of numbers.
///
/// Every hidden layer has the same number of units, and every unit sees all of the layer before. A
/// penalty and the optimiser are those of [Optimiser], of every coefficient alike: intercepts are
/// penalised too. [Optimiser.FtrlProximal] forgets what coefficients began with and is refused.
///
/// Hidden weights begin uniform in `[-a, a)`, with `a = sqrt(6 / (inputs + units))` of a layer for
/// tanh and `sqrt(6 / inputs)` for relu; all else begins at 0, so that at first all classes are
/// equally probable. The numbers are those of the generator SplitMix64 from the seed, layer after
/// layer, unit after unit, input after input: the same seed gives the same bits.
///
/// Sources: D. E. Rumelhart, G. E. Hinton and R. J. Williams, _Learning representations by
/// back-propagating errors_, Nature 323, 1986; X. Glorot and Y. Bengio, AISTATS 2010, and K. He et
/// al., ICCV 2015, for the first weights; G. L. Steele, D. Lea and C. H. Flood, _Fast splittable
/// pseudorandom number generators_, OOPSLA 2014.
///
/// @param loss [ClassLoss#LOG] or a [NumberLoss]
/// @param hidden units of a hidden layer, from 1 to 256
/// @param layers hidden layers, from 1 to 3
/// @param activation what a hidden unit makes of its score
/// @param optimiser how a gradient becomes a step, not FTRL-Proximal
/// @param l2 strength of the L2 penalty, at least 0; times the first learning rate at most 1
/// @param clip greatest Euclidean norm of the gradient of one example, from 0.001 to 1e9
/// @param seed of the first weights
public record MlpConfig(
        Loss loss,
        int hidden,
        int layers,
        Activation activation,
        Optimiser optimiser,
        double l2,
        double clip,
        int seed)
        implements ModelConfig {

    private static final int MOST_UNITS = 256;
    private static final int MOST_LAYERS = 3;

    /// Checks ranges and that the first, and so every, step shrinks weights by a factor in `[0,
    /// 1]`.
    ///
    /// @throws IllegalArgumentException when one is violated
    public MlpConfig {
        if (loss instanceof ClassLoss && loss != ClassLoss.LOG) {
            throw new IllegalArgumentException(
                    "loss of a network must be log or one of numbers, was " + loss.expression());
        }
        checkCount("hidden", hidden, MOST_UNITS);
        checkCount("layers", layers, MOST_LAYERS);
        if (optimiser instanceof Optimiser.FtrlProximal) {
            throw new IllegalArgumentException(
                    "optimizer must keep the first weights, was " + optimiser.expression());
        }
        Penalty.l2(l2);
        SgdConfig.checkPenalty("l2", optimiser.learningRate(), l2);
        Clip.check(clip);
    }

    private static void checkCount(String name, int count, int most) {
        if (count < 1 || count > most) {
            throw new IllegalArgumentException(
                    "%s must be from 1 to %d, was %d".formatted(name, most, count));
        }
    }

    @Override
    public String id() {
        return "mlp";
    }

    @Override
    public String expression() {
        return "mlp(hidden=%s,layers=%s,activation=%s,optimizer=%s,l2=%s,clip=%s,seed=%s,loss=%s)"
                .formatted(
                        hidden,
                        layers,
                        activation.expression(),
                        optimiser.expression(),
                        l2,
                        clip,
                        seed,
                        loss.expression());
    }

    /// @throws IllegalArgumentException when a count is out of range, this is no model of classes,
    ///   or there would be more than 10,000,000 coefficients
    @Override
    public OnlineClassifier create(int featureCount, int classCount) {
        return switch (loss) {
            case ClassLoss _ -> new NetworkClassifier(this, new Shape(featureCount, classCount));
            case NumberLoss _ -> ModelConfig.super.create(featureCount, classCount);
        };
    }

    /// @throws IllegalArgumentException when the count is out of range, this is no model of
    ///   numbers, or there would be more than 10,000,000 coefficients
    @Override
    public OnlineRegressor createRegressor(int featureCount) {
        Shape.checkFeatureCount(featureCount);
        return switch (loss) {
            case NumberLoss numberLoss -> new NetworkRegressor(this, numberLoss, featureCount);
            case ClassLoss _ -> ModelConfig.super.createRegressor(featureCount);
        };
    }
}

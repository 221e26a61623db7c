package io.candlestream.learner;

import io.candlestream.feature.Expression.Argument;
import io.candlestream.feature.ExpressionException;
import io.candlestream.feature.ExpressionParser;
import io.candlestream.model.Activation;
import io.candlestream.model.Averaging;
import io.candlestream.model.BayesianRegressionConfig;
import io.candlestream.model.ClassLoss;
import io.candlestream.model.EnsembleConfig;
import io.candlestream.model.LearningRate;
import io.candlestream.model.LeastSquaresConfig;
import io.candlestream.model.Loss;
import io.candlestream.model.Mixing;
import io.candlestream.model.MlpConfig;
import io.candlestream.model.ModelConfig;
import io.candlestream.model.NaiveBayesConfig;
import io.candlestream.model.NumberLoss;
import io.candlestream.model.Optimiser;
import io.candlestream.model.PassiveAggressiveConfig;
import io.candlestream.model.Penalty;
import io.candlestream.model.SgdConfig;
import java.util.ArrayList;
import java.util.List;

/// Models as they are written in the grammar of expressions.
///
/// | model | parameters, with their defaults |
/// |---|---|
/// | `sgd` | `loss=log, optimizer=0.01, l2=0, l1=0, average=false, clip=1` |
/// | `ftrl` | `alpha=0.1, beta=1, l1=0, l2=0, loss=log, clip=1` |
/// | `passive_aggressive` | `c=1, variant=1, epsilon=0.1, clip=1000000` |
/// | `softmax` | `learning_rate=inverse_scaling(0.05,0.5), l2=0.0001, clip=1` |
/// | `smile`, `smile_binomial` | `learning_rate=inverse_scaling(0.05,0.5), l2=0.0001` |
/// | `rls` | `forgetting=1, variance=100, clip=1000000` |
/// | `bayesian_regression` | `variance=100, clip=1000000` |
/// | `naive_bayes` | `prior=1` |
/// | `mlp` | `hidden=16, layers=1, activation=tanh, optimizer=adam(0.01), l2=0, clip=1, seed=1, loss=log` |
/// | `hedge` | `MODEL, MODEL, ..., rate=0.1, share=0.001` |
/// | `online_newton` | `MODEL, MODEL, ..., beta=0.5, epsilon=1, share=0.001` |
///
/// | where | may stand |
/// |---|---|
/// | loss of classes | `log`, `hinge`, `squared_hinge`, `modified_huber`, `perceptron` |
/// | loss of numbers | `squared`, `huber(0.1)`, `epsilon_insensitive(0.1)`, `squared_epsilon_insensitive(0.1)`, `quantile(0.5)`, `poisson` |
/// | optimizer | a learning rate, `momentum(rate,0.9)`, `nesterov(rate,0.9)`, `adagrad(rate,1e-10)`, `rmsprop(rate,0.99,1e-8)`, `adam(rate,0.9,0.999,1e-8)`, `adamw(rate,0.9,0.999,1e-8)`, `ftrl(0.1,1)` |
/// | learning rate | a number, `inverse_scaling(rate,0.25)`, `optimal(alpha)`, `adaptive(rate,100,0.001)`, `cosine(rate,least,period)` |
/// | l1 | a number, or `cumulative(number)` |
/// | activation | `tanh`, `relu` |
/// | average | `false`, `true` as scikit-learn, `polyak` |
///
/// Arguments go by position or by key; after models, by key.
public final class ModelExpression {

    private static final String DEFAULT_RATE = "inverse_scaling(0.05,0.5)";

    private ModelExpression() {}

    /// Reads a model.
    ///
    /// @throws ExpressionException when the text is no model; it says where
    public static ModelConfig parse(String text) {
        return Call.read(ExpressionParser.parse(text), ModelExpression::model);
    }

    /// Reads models separated by commas, each under a name of its own or that of its kind:
    /// `softmax, fast=sgd(optimizer=0.1)`.
    ///
    /// @throws ExpressionException when the text is no list of models; it says where
    public static List<NamedModel> parseList(String text) {
        List<NamedModel> models = new ArrayList<>();
        for (Argument argument : ExpressionParser.parseNamed(text)) {
            ModelConfig config = Call.read(argument.value(), ModelExpression::model);
            try {
                String id = argument.key().isEmpty() ? config.id() : argument.key();
                models.add(new NamedModel(id, config));
            } catch (IllegalArgumentException e) {
                throw new ExpressionException(argument.column(), String.valueOf(e.getMessage()));
            }
        }
        return models;
    }

    private static ModelConfig model(Call call) {
        return switch (call.name()) {
            case "sgd" -> sgd(call);
            case "ftrl" -> ftrl(call);
            case "passive_aggressive" ->
                    new PassiveAggressiveConfig(
                            call.number("c", 1),
                            call.whole("variant", 1),
                            call.number("epsilon", 0.1),
                            call.number("clip", 1e6));
            case "softmax" ->
                    new ModelConfig.Softmax(
                            call.nested("learning_rate", DEFAULT_RATE, ModelExpression::rate),
                            call.number("l2", 1e-4),
                            call.number("clip", 1));
            case "smile" ->
                    new ModelConfig.Smile(
                            call.nested("learning_rate", DEFAULT_RATE, ModelExpression::rate),
                            call.number("l2", 1e-4));
            case "smile_binomial" ->
                    new ModelConfig.SmileBinomial(
                            call.nested("learning_rate", DEFAULT_RATE, ModelExpression::rate),
                            call.number("l2", 1e-4));
            case "bayesian_regression" ->
                    new BayesianRegressionConfig(
                            call.number("variance", 100), call.number("clip", 1e6));
            case "naive_bayes" -> new NaiveBayesConfig(call.number("prior", 1));
            case "hedge" ->
                    new EnsembleConfig(
                            call.rest(ModelExpression::model),
                            new Mixing.Hedge(
                                    call.number("rate", 0.1), call.number("share", 0.001)));
            case "online_newton" ->
                    new EnsembleConfig(
                            call.rest(ModelExpression::model),
                            new Mixing.OnlineNewton(
                                    call.number("beta", 0.5),
                                    call.number("epsilon", 1),
                                    call.number("share", 0.001)));
            case "mlp" -> mlp(call);
            case "rls" ->
                    new LeastSquaresConfig(
                            call.number("forgetting", 1),
                            call.number("variance", 100),
                            call.number("clip", 1e6));
            default ->
                    throw call.unknown(
                            "a model",
                            "sgd, ftrl, passive_aggressive, softmax, smile, smile_binomial, rls,"
                                    + " bayesian_regression, naive_bayes, mlp, hedge, online_newton");
        };
    }

    private static SgdConfig sgd(Call call) {
        Loss loss = call.nested("loss", "log", ModelExpression::loss);
        Optimiser optimiser = call.nested("optimizer", "0.01", ModelExpression::optimiser);
        double l2 = call.number("l2", 0);
        Penalty l1 = call.nested("l1", "0", ModelExpression::l1);
        return new SgdConfig(
                loss,
                optimiser,
                new Penalty(l2, l1.l1(), l1.cumulative()),
                call.nested("average", "false", ModelExpression::averaging),
                call.number("clip", 1));
    }

    private static SgdConfig ftrl(Call call) {
        var optimiser =
                new Optimiser.FtrlProximal(call.number("alpha", 0.1), call.number("beta", 1));
        double l1 = call.number("l1", 0);
        double l2 = call.number("l2", 0);
        return new SgdConfig(
                call.nested("loss", "log", ModelExpression::loss),
                optimiser,
                new Penalty(l2, l1, false),
                Averaging.NONE,
                call.number("clip", 1));
    }

    private static MlpConfig mlp(Call call) {
        int hidden = call.whole("hidden", 16);
        int layers = call.whole("layers", 1);
        Activation activation = call.nested("activation", "tanh", ModelExpression::activation);
        Optimiser optimiser = call.nested("optimizer", "adam(0.01)", ModelExpression::optimiser);
        double l2 = call.number("l2", 0);
        double clip = call.number("clip", 1);
        int seed = call.whole("seed", 1);
        Loss loss = call.nested("loss", "log", ModelExpression::loss);
        return new MlpConfig(loss, hidden, layers, activation, optimiser, l2, clip, seed);
    }

    private static Activation activation(Call call) {
        return switch (call.name()) {
            case "tanh" -> Activation.TANH;
            case "relu" -> Activation.RELU;
            default -> throw call.unknown("an activation", "tanh, relu");
        };
    }

    private static Loss loss(Call call) {
        return switch (call.name()) {
            case "log" -> ClassLoss.LOG;
            case "hinge" -> ClassLoss.HINGE;
            case "squared_hinge" -> ClassLoss.SQUARED_HINGE;
            case "modified_huber" -> ClassLoss.MODIFIED_HUBER;
            case "perceptron" -> ClassLoss.PERCEPTRON;
            case "squared" -> new NumberLoss.Squared();
            case "huber" -> new NumberLoss.Huber(call.number("epsilon", 0.1));
            case "epsilon_insensitive" ->
                    new NumberLoss.EpsilonInsensitive(call.number("epsilon", 0.1));
            case "squared_epsilon_insensitive" ->
                    new NumberLoss.SquaredEpsilonInsensitive(call.number("epsilon", 0.1));
            case "quantile" -> new NumberLoss.Quantile(call.number("level", 0.5));
            case "poisson" -> new NumberLoss.Poisson();
            default ->
                    throw call.unknown(
                            "a loss",
                            "log, hinge, squared_hinge, modified_huber, perceptron, squared, huber,"
                                    + " epsilon_insensitive, squared_epsilon_insensitive, quantile,"
                                    + " poisson");
        };
    }

    private static Optimiser optimiser(Call call) {
        return switch (call.name()) {
            case "momentum" -> new Optimiser.Momentum(rateOf(call), call.number("momentum", 0.9));
            case "nesterov" -> new Optimiser.Nesterov(rateOf(call), call.number("momentum", 0.9));
            case "adagrad" -> new Optimiser.Adagrad(rateOf(call), call.number("epsilon", 1e-10));
            case "rmsprop" ->
                    new Optimiser.RmsProp(
                            rateOf(call),
                            call.number("smoothing", 0.99),
                            call.number("epsilon", 1e-8));
            case "adam" ->
                    new Optimiser.Adam(
                            rateOf(call),
                            call.number("beta1", 0.9),
                            call.number("beta2", 0.999),
                            call.number("epsilon", 1e-8));
            case "adamw" ->
                    new Optimiser.AdamW(
                            rateOf(call),
                            call.number("beta1", 0.9),
                            call.number("beta2", 0.999),
                            call.number("epsilon", 1e-8));
            case "ftrl" ->
                    new Optimiser.FtrlProximal(call.number("alpha", 0.1), call.number("beta", 1));
            case "plain" -> new Optimiser.Plain(rateOf(call));
            default -> new Optimiser.Plain(rate(call));
        };
    }

    private static LearningRate rateOf(Call call) {
        return call.nested("learning_rate", "0.01", ModelExpression::rate);
    }

    private static LearningRate rate(Call call) {
        return switch (call.name()) {
            case Call.NUMBER -> new LearningRate.Constant(call.ownNumber());
            case "constant" -> new LearningRate.Constant(call.number("rate", 0.01));
            case "inverse_scaling" ->
                    new LearningRate.InverseScaling(
                            call.number("rate", 0.01), call.number("power", 0.25));
            case "optimal" -> new LearningRate.Optimal(call.number("alpha", 1e-4));
            case "adaptive" ->
                    new LearningRate.Adaptive(
                            call.number("rate", 0.01),
                            call.whole("patience", 100),
                            call.number("tolerance", 1e-3));
            case "cosine" ->
                    new LearningRate.Cosine(
                            call.number("rate", 0.01),
                            call.number("least", 1e-4),
                            call.whole("period", 10_000));
            default ->
                    throw call.unknown(
                            "a learning rate",
                            "a number, inverse_scaling, optimal, adaptive, cosine");
        };
    }

    private static Penalty l1(Call call) {
        return switch (call.name()) {
            case Call.NUMBER -> Penalty.l1(call.ownNumber());
            case "cumulative" -> new Penalty(0, call.number("strength", 0), true);
            default -> throw call.unknown("l1", "a number, cumulative");
        };
    }

    private static Averaging averaging(Call call) {
        return switch (call.name()) {
            case "false" -> Averaging.NONE;
            case "true" -> Averaging.SCIKIT_LEARN;
            case "polyak" -> Averaging.POLYAK;
            default -> throw call.unknown("average", "false, true, polyak");
        };
    }
}

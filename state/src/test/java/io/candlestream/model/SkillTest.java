package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No skill where there is nothing to learn, and nearly all of it where there is.
final class SkillTest {

    private static final int FEATURES = 8;

    static Stream<ModelConfig> configs() {
        LearningRate rate = new LearningRate.InverseScaling(0.1, 0.25);
        LearningRate slow = new LearningRate.InverseScaling(0.02, 0.25);
        Optimiser plain = new Optimiser.Plain(rate);
        return Stream.of(
                ModelConfig.standard(),
                new ModelConfig.Smile(rate, 1e-5),
                new ModelConfig.SmileBinomial(rate, 1e-5),
                new NaiveBayesConfig(1),
                new MlpConfig(
                        ClassLoss.LOG,
                        8,
                        1,
                        Activation.TANH,
                        new Optimiser.Adam(slow, 0.9, 0.999, 1e-8),
                        1e-3,
                        1,
                        1),
                log(plain),
                of(ClassLoss.HINGE, plain, Averaging.POLYAK),
                of(ClassLoss.SQUARED_HINGE, plain, Averaging.NONE),
                of(ClassLoss.MODIFIED_HUBER, plain, Averaging.POLYAK),
                of(ClassLoss.PERCEPTRON, plain, Averaging.POLYAK),
                log(new Optimiser.Momentum(slow, 0.9)),
                log(new Optimiser.Nesterov(slow, 0.9)),
                log(new Optimiser.Adagrad(rate, 1e-10)),
                log(new Optimiser.RmsProp(slow, 0.99, 1e-8)),
                log(new Optimiser.Adam(slow, 0.9, 0.999, 1e-8)),
                log(new Optimiser.AdamW(slow, 0.9, 0.999, 1e-8)),
                log(new Optimiser.FtrlProximal(0.1, 1)),
                log(new Optimiser.Plain(new LearningRate.Cosine(0.1, 0.001, 4_000))),
                log(new Optimiser.Plain(new LearningRate.Adaptive(0.1, 1_000, 1e-3))),
                new EnsembleConfig(
                        List.of(ModelConfig.standard(), new NaiveBayesConfig(1)),
                        new Mixing.Hedge(0.1, 0.001)),
                new PassiveAggressiveConfig(0.001, 1, 0, 1),
                new PassiveAggressiveConfig(0.001, 2, 0, 1));
    }

    private static SgdConfig log(Optimiser optimiser) {
        return of(ClassLoss.LOG, optimiser, Averaging.NONE);
    }

    private static SgdConfig of(ClassLoss loss, Optimiser optimiser, Averaging averaging) {
        return new SgdConfig(loss, optimiser, Penalty.l2(1e-5), averaging, 1);
    }

    /// Each prediction is right as often as the more frequent label comes, at most: over all seeds
    /// the excess has a standard deviation of at most half the root of the number of predictions,
    /// and 3.09 of them are p = 0.001.
    @ParameterizedTest
    @MethodSource("configs")
    void isNotBetterThanChanceOnShuffledLabels(ModelConfig config) {
        int seeds = 200;
        int count = 500;
        double excess = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            Examples examples = Examples.planted(seed, count, FEATURES, 2);
            int[] labels = shuffledLabels(examples, new Random(seed));
            OnlineClassifier model = config.create(FEATURES, 2);
            double[] probabilities = new double[2];
            int ones = 0;
            int hits = 0;
            for (int i = 0; i < count; i++) {
                model.predict(examples.features(i), probabilities);
                int predicted = probabilities[1] > probabilities[0] ? 1 : 0;
                hits += predicted == labels[i] ? 1 : 0;
                ones += labels[i];
                model.learn(examples.features(i), labels[i]);
            }
            excess += hits - Math.max(ones, count - ones);
        }

        assertThat(excess / (0.5 * Math.sqrt(seeds * count))).isLessThan(3.09);
    }

    /// Bayes' rate is that of whoever knows the coefficients that made the labels.
    @ParameterizedTest
    @MethodSource("configs")
    void comesWithinHalfAPointOfBayesRate(ModelConfig config) {
        Random random = new Random(7);
        double[] planted = random.doubles(FEATURES, -1, 1).toArray();
        OnlineClassifier model = config.create(FEATURES, 2);
        double[] probabilities = new double[2];
        int hits = 0;
        int hitsOfBayes = 0;
        for (int i = 0; i < 60_000; i++) {
            double[] features = new double[FEATURES];
            double score = 0.3;
            for (int j = 0; j < FEATURES; j++) {
                features[j] = random.nextGaussian();
                score += planted[j] * features[j];
            }
            int label = random.nextDouble() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
            model.predict(features, probabilities);
            if (i >= 30_000) {
                hits += (probabilities[1] > probabilities[0] ? 1 : 0) == label ? 1 : 0;
                hitsOfBayes += (score > 0 ? 1 : 0) == label ? 1 : 0;
            }
            model.learn(features, label);
        }

        assertThat(hits / 30_000.0).isGreaterThan(hitsOfBayes / 30_000.0 - 0.005);
    }

    private static int[] shuffledLabels(Examples examples, Random random) {
        int[] labels = new int[examples.count()];
        for (int i = 0; i < labels.length; i++) {
            int other = random.nextInt(i + 1);
            labels[i] = labels[other];
            labels[other] = examples.label(i);
        }
        return labels;
    }
}

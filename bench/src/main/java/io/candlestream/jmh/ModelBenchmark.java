package io.candlestream.jmh;

import io.candlestream.model.Averaging;
import io.candlestream.model.ClassLoss;
import io.candlestream.model.LearningRate;
import io.candlestream.model.ModelConfig;
import io.candlestream.model.OnlineClassifier;
import io.candlestream.model.Optimiser;
import io.candlestream.model.PassiveAggressiveConfig;
import io.candlestream.model.Penalty;
import io.candlestream.model.SgdConfig;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import smile.classification.LogisticRegression;
import smile.util.IntSet;

/// One example predicted and then learned: 20 features, two classes.
///
/// The limit is [#smile], the library's own binomial logistic regression without anything around
/// it. Run with `-prof gc`: ours must allocate nothing.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ModelBenchmark {

    private static final int COUNT = 4_096;
    private static final int FEATURES = 20;

    private final double[][] features = new double[COUNT][FEATURES];
    private final int[] labels = new int[COUNT];
    private final double[] probabilities = new double[2];
    private int next;

    /// JMH makes the state.
    public ModelBenchmark() {}

    /// Standard normal features, and labels of a planted direction with noise.
    @Setup
    public void prepare() {
        Random random = new Random(1);
        for (int i = 0; i < COUNT; i++) {
            double score = random.nextGaussian();
            for (int j = 0; j < FEATURES; j++) {
                features[i][j] = random.nextGaussian();
                score += features[i][j] * (j % 3 - 1);
            }
            labels[i] = score > 0 ? 1 : 0;
        }
    }

    /// Our models.
    @State(Scope.Thread)
    public static class Ours {

        /// Which one, by what is special about it.
        @Param({
            "plain",
            "hinge",
            "momentum",
            "adagrad",
            "adam",
            "ftrl",
            "average",
            "passive",
            "softmax"
        })
        public String model = "plain";

        private OnlineClassifier classifier = config("plain").create(FEATURES, 2);

        /// JMH makes the state.
        public Ours() {}

        /// Makes the model that the parameter names.
        @Setup
        public void create() {
            classifier = config(model).create(FEATURES, 2);
        }

        private static ModelConfig config(String model) {
            LearningRate rate = new LearningRate.Constant(0.01);
            Optimiser plain = new Optimiser.Plain(rate);
            return switch (model) {
                case "plain" -> sgd(ClassLoss.LOG, plain, Averaging.NONE);
                case "hinge" -> sgd(ClassLoss.HINGE, plain, Averaging.NONE);
                case "momentum" -> log(new Optimiser.Momentum(rate, 0.9));
                case "adagrad" -> log(new Optimiser.Adagrad(rate, 1e-10));
                case "adam" -> log(new Optimiser.Adam(rate, 0.9, 0.999, 1e-8));
                case "ftrl" -> log(new Optimiser.FtrlProximal(0.1, 1));
                case "average" -> sgd(ClassLoss.LOG, plain, Averaging.POLYAK);
                case "passive" -> new PassiveAggressiveConfig(0.1, 1, 0, 1);
                case "softmax" -> new ModelConfig.Softmax(rate, 1e-4, 1);
                default -> throw new IllegalArgumentException("there is no model " + model);
            };
        }

        private static ModelConfig log(Optimiser optimiser) {
            return sgd(ClassLoss.LOG, optimiser, Averaging.NONE);
        }

        private static ModelConfig sgd(ClassLoss loss, Optimiser optimiser, Averaging averaging) {
            return new SgdConfig(loss, optimiser, Penalty.l2(1e-4), averaging, 1);
        }
    }

    /// Smile's.
    @State(Scope.Thread)
    public static class Smile {

        private final LogisticRegression.Binomial model = binomial();

        /// JMH makes the state.
        public Smile() {}

        private static LogisticRegression.Binomial binomial() {
            LogisticRegression.Binomial model =
                    new LogisticRegression.Binomial(
                            new double[FEATURES + 1], 0, 1e-4, IntSet.of(2));
            model.setLearningRate(0.01);
            return model;
        }
    }

    /// Ours.
    @Benchmark
    public double ours(Ours ours) {
        int example = next++ & (COUNT - 1);
        ours.classifier.predict(features[example], probabilities);
        ours.classifier.learn(features[example], labels[example]);
        return probabilities[1];
    }

    /// The limit.
    @Benchmark
    public double smile(Smile smile) {
        int example = next++ & (COUNT - 1);
        smile.model.predict(features[example], probabilities);
        smile.model.update(features[example], labels[example]);
        return probabilities[1];
    }
}

package io.candlestream.jmh;

import io.candlestream.calibration.CalibrationConfig;
import io.candlestream.calibration.Calibrator;
import io.candlestream.candle.Calendar;
import io.candlestream.candle.Candle;
import io.candlestream.evaluation.Calibration;
import io.candlestream.evaluation.ConfusionMatrix;
import io.candlestream.evaluation.Prequential;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.Scaler;
import io.candlestream.feature.Scaling;
import io.candlestream.label.DirectionRule;
import io.candlestream.learner.Attribution;
import io.candlestream.learner.Learner;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.ModelExpression;
import io.candlestream.learner.Step;
import io.candlestream.model.ModelConfig;
import io.candlestream.model.OnlineClassifier;
import io.candlestream.model.SoftmaxRegression;
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

/// What a model costs with all that judges it: 75 features, three classes; and what several models
/// side by side cost beside one.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JudgementBenchmark {

    private static final int COUNT = 4_096;
    private static final int FEATURES = 75;
    private static final int CLASSES = 3;

    private final double[][] rows = new double[COUNT][FEATURES];
    private final int[] labels = new int[COUNT];
    private final double[] scaled = new double[FEATURES];
    private final double[] raw = new double[CLASSES];
    private final double[] probabilities = new double[CLASSES];
    private final Scaler scaler = Scaling.standard(10).create(FEATURES);
    private final OnlineClassifier model = ModelConfig.standard().create(FEATURES, CLASSES);
    private final Calibrator calibrator = new CalibrationConfig.Temperature(0.01).create(CLASSES);
    private final Prequential scores = new Prequential(CLASSES, 1_000);
    private final ConfusionMatrix confusion = ConfusionMatrix.allTime(CLASSES);
    private final ConfusionMatrix fadingConfusion = ConfusionMatrix.fading(CLASSES, 1_000);
    private final Calibration calibration = Calibration.allTime();
    private final Calibration fadingCalibration = Calibration.fading(1_000);
    private final Attribution attribution = new Attribution(3);
    private int next;

    /// JMH makes the state.
    public JudgementBenchmark() {}

    /// Standard normal features, and labels of a planted direction with noise.
    @Setup
    public void prepare() {
        Random random = new Random(1);
        for (int i = 0; i < COUNT; i++) {
            double score = 3 * random.nextGaussian();
            for (int j = 0; j < FEATURES; j++) {
                rows[i][j] = random.nextGaussian();
                score += rows[i][j] * (j % 3 - 1);
            }
            labels[i] = score > 3 ? 2 : score < -3 ? 0 : 1;
        }
    }

    /// A row scaled, predicted, calibrated, explained, judged and learned.
    @Benchmark
    public double judgedExample() {
        int at = next++ % COUNT;
        int label = labels[at];
        scaler.updateAndTransform(rows[at], scaled);
        model.predict(scaled, raw);
        calibrator.calibrate(raw, probabilities);
        int predicted = 0;
        for (int c = 1; c < CLASSES; c++) {
            predicted = probabilities[c] > probabilities[predicted] ? c : predicted;
        }
        attribution.explain((SoftmaxRegression) model, scaled, predicted);
        scores.update(probabilities, predicted, label);
        confusion.update(predicted, label);
        fadingConfusion.update(predicted, label);
        calibration.update(probabilities[predicted], predicted == label);
        fadingCalibration.update(probabilities[predicted], predicted == label);
        calibrator.learn(raw, label);
        model.learn(scaled, label);
        return attribution.rest();
    }

    /// Whole learners.
    @State(Scope.Thread)
    public static class Learners {

        private static final int CANDLES = 200_000;
        private static final String FIVE =
                "softmax, b=softmax(l2=0.001), c=softmax(clip=2), d=softmax(l2=0.01),"
                        + " e=softmax(clip=3)";

        /// How many models it has.
        @Param({"1", "5"})
        public int models;

        private final Candle[] candles = Candles.array(CANDLES);
        private Learner learner = newLearner("softmax");
        private int next;

        /// JMH makes the state.
        public Learners() {}

        /// Begins anew.
        @Setup
        public void prepare() {
            learner = newLearner(models == 1 ? "softmax" : FIVE);
            next = 0;
        }

        private static Learner newLearner(String models) {
            return new Learner(
                    Candles.SERIES,
                    new LearnerConfig(
                            FeatureSet.standard(),
                            new DirectionRule(12, 10),
                            ModelExpression.parseList(models),
                            Scaling.standard(10),
                            1_000,
                            Calendar.ALWAYS_OPEN));
        }
    }

    /// A candle through a learner of one or five models.
    @Benchmark
    public Step learner(Learners of) {
        if (of.next == Learners.CANDLES) {
            of.prepare();
        }
        return of.learner.onCandle(of.candles[of.next++]);
    }
}

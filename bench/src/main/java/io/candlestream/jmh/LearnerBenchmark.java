package io.candlestream.jmh;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Candle;
import io.candlestream.candle.CandleGate;
import io.candlestream.candle.Verdict;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.Features;
import io.candlestream.feature.Scaling;
import io.candlestream.feature.StandardScaler;
import io.candlestream.label.DirectionRule;
import io.candlestream.learner.Learner;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.NamedModel;
import io.candlestream.learner.Step;
import io.candlestream.model.ModelConfig;
import io.candlestream.model.OnlineClassifier;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One candle through the learner, and through each of its parts alone: where the time goes.
///
/// The limit is [#gate], the cheapest thing that looks at every candle. A new round of candles
/// begins with a new learner, one in 200,000 candles. Run with `-prof gc`: `gc.alloc.rate.norm`
/// must be next to nothing.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LearnerBenchmark {

    private static final int COUNT = 200_000;
    private static final int CLASSES = DirectionRule.CLASS_NAMES.size();
    private static final LearnerConfig CONFIG =
            new LearnerConfig(
                    FeatureSet.standard(),
                    new DirectionRule(12, 10),
                    List.of(NamedModel.of(ModelConfig.standard())),
                    Scaling.standard(10),
                    1_000,
                    Calendar.ALWAYS_OPEN);

    private final Candle[] candles = Candles.array(COUNT);
    private final int featureCount = CONFIG.features().size();
    private final double[][] vectors = new double[COUNT][];
    private final double[] scaled = new double[featureCount];
    private final double[] probabilities = new double[CLASSES];

    private Learner learner = new Learner(Candles.SERIES, CONFIG);
    private CandleGate gate = new CandleGate(Candles.SERIES, CONFIG.calendar());
    private Features features = new Features(CONFIG.features());
    private StandardScaler scaler = new StandardScaler(featureCount, CONFIG.scaling().clip());
    private final OnlineClassifier model = ModelConfig.standard().create(featureCount, CLASSES);
    private int next;

    /// JMH makes the state.
    public LearnerBenchmark() {}

    /// Prepares the feature vectors that scaler and model are given.
    @Setup(Level.Trial)
    public void prepare() {
        Features all = new Features(CONFIG.features());
        for (int i = 0; i < COUNT; i++) {
            vectors[i] = new double[featureCount];
            all.update(candles[i]);
            if (all.ready()) {
                all.values(vectors[i]);
            }
        }
    }

    /// The whole learner.
    @Benchmark
    public Step learner() {
        if (next == COUNT) {
            next = 0;
            learner = new Learner(Candles.SERIES, CONFIG);
        }
        return learner.onCandle(candles[next++]);
    }

    /// The gate alone.
    @Benchmark
    public Verdict gate() {
        if (next == COUNT) {
            next = 0;
            gate = new CandleGate(Candles.SERIES, CONFIG.calendar());
        }
        return gate.check(candles[next++]);
    }

    /// Every indicator, and the vector read off them.
    @Benchmark
    public double[] features() {
        if (next == COUNT) {
            next = 0;
            features = new Features(CONFIG.features());
        }
        features.update(candles[next++]);
        if (features.ready()) {
            features.values(scaled);
        }
        return scaled;
    }

    /// The running standardisation of a vector.
    @Benchmark
    public double[] scaler() {
        if (next == COUNT) {
            next = 0;
            scaler = new StandardScaler(featureCount, CONFIG.scaling().clip());
        }
        scaler.updateAndTransform(vectors[next++], scaled);
        return scaled;
    }

    /// The model's part of a candle: one example learned, one vector predicted.
    @Benchmark
    public double[] model() {
        if (next == COUNT) {
            next = 0;
        }
        double[] vector = vectors[next++];
        model.learn(vector, next % CLASSES);
        model.predict(vector, probabilities);
        return probabilities;
    }
}

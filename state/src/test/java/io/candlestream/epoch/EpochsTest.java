package io.candlestream.epoch;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.epoch.TrainingPlan.Shuffle;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.Scaling;
import io.candlestream.label.LabelRule;
import io.candlestream.learner.Difference;
import io.candlestream.learner.LabelExpression;
import io.candlestream.learner.Learner;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.ModelExpression;
import io.candlestream.learner.Step;
import io.candlestream.model.Exponential;
import io.candlestream.model.ModelConfig;
import io.candlestream.model.OnlineModel;
import io.candlestream.seed.Seeded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochsTest {

    private static final String RECIPE = "sgd(optimizer=momentum(0.01,0.9),l2=1e-5)";
    private static final LabelRule DIRECTION = LabelExpression.parse("direction(horizon=6)");
    private static final LabelRule RETURN = LabelExpression.parse("forward_return(horizon=6)");

    @Nested
    class OnCandles {

        private static final int CANDLES = 900;

        /// 900 candles, the first 199 of them warm-up, the last 6 without a label: 695 examples.
        private static final int EXAMPLES = 695;

        private static final Parts PARTS = Split.STANDARD.parts(EXAMPLES, 6, 0);

        @ParameterizedTest
        @ValueSource(strings = {RECIPE, "softmax", "passive_aggressive", "naive_bayes", "mlp(4)"})
        void oneEpochIsTheLearnerThatRunsLive(String model) {
            List<Candle> candles = RandomCandles.of(7, CANDLES);
            LearnerConfig config = config(DIRECTION, model);
            Learner learner = new Learner(candles.getFirst().series(), config);
            int learned = 0;
            for (Candle candle : candles) {
                Step step = learned < PARTS.trainTo() ? learner.onCandle(candle) : null;
                learned += step != null && step.hasOutcome() ? 1 : 0;
            }

            Trained trained = train(candles, config, PARTS, plan(1, 1), (_, _) -> {});

            assertThat(saved(trained.model())).isEqualTo(saved(learner.model(0)));
            assertThat(trained.model().learnedCount()).isEqualTo(PARTS.trainTo());
        }

        @Seeded(runs = 10)
        void nothingAfterTheTrainingPartInfluencesTheTraining(long seed) {
            List<Candle> candles = RandomCandles.of(seed, CANDLES);
            LearnerConfig config = config(DIRECTION, RECIPE);
            List<byte[]> states = new ArrayList<>();
            List<byte[]> changed = new ArrayList<>();
            int lastKnown = 199 + PARTS.trainTo() - 1 + 6;

            train(candles, config, PARTS, plan(4, 4), (_, model) -> states.add(saved(model)));
            train(
                    changedAfter(candles, lastKnown, seed),
                    config,
                    PARTS,
                    plan(4, 4),
                    (_, model) -> changed.add(saved(model)));

            assertThat(changed).hasSize(4);
            for (int epoch = 0; epoch < 4; epoch++) {
                assertThat(changed.get(epoch)).isEqualTo(states.get(epoch));
            }
        }

        @Seeded(runs = 10)
        void nothingAfterTheValidationPartInfluencesWhatIsKept(long seed) {
            List<Candle> candles = RandomCandles.of(seed, CANDLES);
            LearnerConfig config = config(RETURN, "sgd(loss=squared,optimizer=0.001)");
            int lastKnown = 199 + PARTS.validationTo() - 1 + 6;

            Trained trained = train(candles, config, PARTS, plan(8, 2), (_, _) -> {});
            Trained changed =
                    train(
                            changedAfter(candles, lastKnown, seed),
                            config,
                            PARTS,
                            plan(8, 2),
                            (_, _) -> {});

            assertThat(changed.curve()).isEqualTo(trained.curve());
            assertThat(saved(changed.model())).isEqualTo(saved(trained.model()));
        }

        private static List<Candle> changedAfter(List<Candle> candles, int last, long seed) {
            Series series = candles.getFirst().series();
            List<Candle> others = RandomCandles.of(series, seed + 1_000, candles.size());
            List<Candle> all = new ArrayList<>(candles.subList(0, last + 1));
            all.addAll(others.subList(last + 1, others.size()));
            return all;
        }

        private static Trained train(
                List<Candle> candles,
                LearnerConfig config,
                Parts parts,
                TrainingPlan plan,
                Epochs.Observer observer) {
            Gathering gathering = new Gathering(candles.getFirst().series(), config);
            candles.forEach(gathering::onCandle);
            Examples examples = gathering.examples();
            assertThat(examples.size()).isEqualTo(EXAMPLES);
            FittedScaler.scale(config.scaling(), examples, parts);
            return new Epochs(config.label(), examples, parts, plan)
                    .train(config.models().getFirst().config(), observer);
        }
    }

    @Nested
    class OnAPlantedSignal {

        private static final double[] WEIGHTS = {1.2, -0.8, 0.5, 0, 0};
        private static final int COUNT = 20_000;
        private static final Parts PARTS = Split.STANDARD.parts(COUNT, 1, 0);
        private static final LabelRule TWO_OF_THREE =
                LabelExpression.parse("triple_barrier(horizon=1,profit_bps=1,stop_bps=1)");

        /// Bayes' rate is that of whoever knows the coefficients that made the labels, over the
        /// same 4,000 examples.
        @ParameterizedTest
        @ValueSource(strings = {RECIPE, "softmax", "ftrl(0.1)"})
        void severalEpochsComeWithinOnePointOfBayesRate(String expression) {
            double bayes = plant(new Examples(WEIGHTS.length));

            TestScore score = score(expression);

            assertThat(score.measure("accuracy")).isGreaterThan(bayes - 0.01);
            assertThat(score.differences()).allMatch(Difference::isBetter);
        }

        private static TestScore score(String expression) {
            Examples examples = new Examples(WEIGHTS.length);
            plant(examples);
            Trained trained =
                    new Epochs(TWO_OF_THREE, examples, PARTS, plan(20, 5))
                            .train(ModelExpression.parse(expression));
            assertThat(trained.bestEpoch()).isGreaterThan(1);
            SequencedMap<String, OnlineModel> models = new LinkedHashMap<>();
            models.put("model", trained.model());
            return new Examination(TWO_OF_THREE, examples, PARTS).of(models).getFirst();
        }

        /// @return Bayes' accuracy over the test part
        private static double plant(Examples examples) {
            SplittableRandom random = new SplittableRandom(17);
            int hits = 0;
            for (int i = 0; i < COUNT; i++) {
                double[] features = new double[WEIGHTS.length];
                double score = 0;
                for (int f = 0; f < features.length; f++) {
                    features[f] = random.nextGaussian();
                    score += WEIGHTS[f] * features[f];
                }
                boolean occurred = random.nextDouble() < 1 / (1 + Exponential.exp(-score));
                examples.add(features, occurred ? 1 : 0, i, i + 1);
                hits += i >= PARTS.testFrom() && (score > 0) == occurred ? 1 : 0;
            }
            return (double) hits / PARTS.testCount();
        }
    }

    @Nested
    class ThePlan {

        @Test
        void keepsTheStateAfterTheBestEpoch() {
            Examples examples = noise(400, 3);
            List<byte[]> states = new ArrayList<>();
            List<EpochLoss> losses = new ArrayList<>();

            Trained trained =
                    new Epochs(DIRECTION, examples, parts(), plan(30, 3))
                            .train(
                                    ModelExpression.parse("sgd(optimizer=0.1)"),
                                    (loss, model) -> {
                                        losses.add(loss);
                                        states.add(saved(model));
                                    });

            assertThat(trained.curve()).isEqualTo(losses);
            assertThat(trained.isStoppedEarly()).isTrue();
            assertThat(trained.curve()).hasSize(trained.bestEpoch() + 3);
            assertThat(losses)
                    .allMatch(loss -> loss.validationLoss() >= trained.best().validationLoss());
            assertThat(saved(trained.model())).isEqualTo(states.get(trained.bestEpoch() - 1));
        }

        @Test
        void shufflesBlocksBySeedAlone() {
            assertThat(shuffled(Shuffle.BLOCKS, 5)).isEqualTo(shuffled(Shuffle.BLOCKS, 5));
            assertThat(shuffled(Shuffle.BLOCKS, 5)).isNotEqualTo(shuffled(Shuffle.BLOCKS, 6));
            assertThat(shuffled(Shuffle.NONE, 5)).isEqualTo(shuffled(Shuffle.NONE, 6));
        }

        private static List<EpochLoss> shuffled(Shuffle shuffle, long seed) {
            TrainingPlan plan = new TrainingPlan(5, 5, shuffle, seed);
            return new Epochs(DIRECTION, noise(400, 3), parts(), plan)
                    .train(ModelExpression.parse(RECIPE))
                    .curve();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    RECIPE,
                    "ftrl",
                    "passive_aggressive",
                    "softmax",
                    "smile",
                    "naive_bayes",
                    "mlp(4)",
                    "hedge(softmax,naive_bayes)",
                    "online_newton(softmax,naive_bayes)"
                })
        void trainsEveryModelOfClassesToTheSameBits(String expression) {
            ModelConfig config = ModelExpression.parse(expression);

            Trained one =
                    new Epochs(DIRECTION, noise(300, 4), parts(300), plan(3, 3)).train(config);
            Trained other =
                    new Epochs(DIRECTION, noise(300, 4), parts(300), plan(3, 3)).train(config);

            assertThat(other.curve()).isEqualTo(one.curve());
            assertThat(saved(other.model())).isEqualTo(saved(one.model()));
        }

        @Test
        void refusesAModelThatCannotPredictSuchALabel() {
            Epochs epochs = new Epochs(RETURN, noise(400, 3), parts(), plan(1, 1));

            assertThatThrownBy(() -> epochs.train(ModelExpression.parse("softmax")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("model must be one of numbers, was softmax");
        }

        @Test
        void refusesExamplesThatAreNotFinite() {
            Examples examples = new Examples(1);

            assertThatThrownBy(() -> examples.add(new double[] {Double.NaN}, 0, 0, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("feature must be finite, was NaN");
            assertThatThrownBy(() -> examples.add(new double[] {0}, Double.NaN, 0, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("target must be finite, was NaN");
            assertThat(examples.size()).isZero();
        }

        @Test
        void hasRanges() {
            assertThatThrownBy(() -> plan(0, 5))
                    .hasMessage("epochs must be from 1 to 100000, was 0");
            assertThatThrownBy(() -> plan(5, 0)).hasMessage("patience must be at least 1, was 0");
        }

        private static Parts parts() {
            return parts(400);
        }

        private static Parts parts(int count) {
            return Split.STANDARD.parts(count, 6, 0);
        }

        private static Examples noise(int count, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Examples examples = new Examples(3);
            for (int i = 0; i < count; i++) {
                double[] features = {
                    random.nextGaussian(), random.nextGaussian(), random.nextGaussian()
                };
                examples.add(features, random.nextInt(3), i, i + 6);
            }
            return examples;
        }
    }

    private static LearnerConfig config(LabelRule label, String model) {
        return new LearnerConfig(
                FeatureSet.standard(),
                label,
                ModelExpression.parseList(model),
                Scaling.standard(10),
                1_000,
                Calendar.ALWAYS_OPEN);
    }

    private static TrainingPlan plan(int epochs, int patience) {
        return new TrainingPlan(epochs, patience, Shuffle.NONE, 1);
    }
}

package io.candlestream.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.golden.Allocation;
import io.candlestream.model.LinearModel;
import io.candlestream.model.OnlineClassifier;
import io.candlestream.model.OnlineRegressor;
import io.candlestream.seed.Seeded;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTest {

    private static final int FEATURES = 9;
    private static final int CLASSES = 3;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "softmax",
                "smile",
                "sgd(optimizer=adam(0.01))",
                "passive_aggressive(c=0.1)"
            })
    void contributionsAndRestAreTheScoreOfTheClass(String expression) {
        OnlineClassifier model = ModelExpression.parse(expression).create(FEATURES, CLASSES);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            double[] row = row(random);
            model.learn(row, row[0] > 0.5 ? 2 : row[1] > 0 ? 1 : 0);
        }
        double[] row = row(random);
        double[][] coefficients = model.coefficients();
        Attribution attribution = new Attribution(4);
        for (int label = 0; label < CLASSES; label++) {
            attribution.explain((LinearModel) model, row, label);

            assertThat(sum(attribution)).isCloseTo(score(coefficients[label], row), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"softmax", "sgd(loss=hinge)"})
    void theScoresOfTwoClassesTellThemApart(String expression) {
        OnlineClassifier model = ModelExpression.parse(expression).create(FEATURES, 2);
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 500; i++) {
            double[] row = row(random);
            model.learn(row, row[0] > 0 ? 1 : 0);
        }
        Attribution attribution = new Attribution(2);
        double[] probabilities = new double[2];
        for (int i = 0; i < 100; i++) {
            double[] row = row(random);
            model.predict(row, probabilities);
            attribution.explain((LinearModel) model, row, 0);
            double ofZero = sum(attribution);
            attribution.explain((LinearModel) model, row, 1);

            assertThat(Math.signum(sum(attribution) - ofZero))
                    .isEqualTo(Math.signum(probabilities[1] - probabilities[0]));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rls", "bayesian_regression", "sgd(loss=squared)"})
    void contributionsAndRestAreTheNumber(String expression) {
        OnlineRegressor model = ModelExpression.parse(expression).createRegressor(FEATURES);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            double[] row = row(random);
            model.learn(row, 2 * row[3] - row[4] + 1);
        }
        double[] row = row(random);
        Attribution attribution = new Attribution(3);
        attribution.explain((LinearModel) model, row, 0);

        assertThat(sum(attribution)).isCloseTo(model.predict(row), within(1e-12));
    }

    @Seeded(runs = 50)
    void theGreatestComeFirst(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] row = row(random);
        double[] weights = row(random);
        Attribution attribution = new Attribution(random.nextInt(FEATURES + 3));
        attribution.explain(new Fixed(weights), row, 0);

        List<Integer> expected =
                IntStream.range(0, FEATURES)
                        .boxed()
                        .sorted((a, b) ->
                                Double.compare(
                                        Math.abs(weights[b] * row[b]),
                                        Math.abs(weights[a] * row[a])))
                        .limit(attribution.count())
                        .toList();
        assertThat(IntStream.range(0, attribution.count()).mapToObj(attribution::feature))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void explainingAllocatesNothing() {
        OnlineClassifier model = ModelExpression.parse("softmax").create(FEATURES, CLASSES);
        double[] row = row(new SplittableRandom(4));
        Attribution attribution = new Attribution(3);
        Runnable run =
                () -> {
                    for (int i = 0; i < 10_000; i++) {
                        attribution.explain((LinearModel) model, row, i % CLASSES);
                    }
                };
        run.run();

        assertThat(Allocation.least(run)).isZero();
    }

    @Test
    void theLearnerKeepsTheFeaturesOfItsNewestPrediction() {
        List<Candle> candles = RandomCandles.of(6, 400);
        Learner learner = new Learner(candles.getFirst().series(), LearnerConfigs.withHorizon(6));
        Attribution attribution = new Attribution(3);
        for (Candle candle : candles) {
            Step step = learner.onCandle(candle);
            if (step.hasPrediction()) {
                LinearModel model = (LinearModel) learner.model(0);
                double[] scores = new double[CLASSES];
                for (int c = 0; c < CLASSES; c++) {
                    attribution.explain(model, learner.newestFeatures(), c);
                    scores[c] = sum(attribution);
                }
                Prediction prediction = step.prediction();
                assertThat(Math.log(prediction.probability(2) / prediction.probability(0)))
                        .isCloseTo(scores[2] - scores[0], within(1e-9));
            }
        }
    }

    private static double sum(Attribution attribution) {
        double sum = attribution.rest();
        for (int rank = 0; rank < attribution.count(); rank++) {
            sum += attribution.value(rank);
        }
        return sum;
    }

    private static double score(double[] coefficients, double[] row) {
        double sum = coefficients[row.length];
        for (int j = 0; j < row.length; j++) {
            sum += coefficients[j] * row[j];
        }
        return sum;
    }

    private static double[] row(SplittableRandom random) {
        return random.doubles(FEATURES, -2, 2).toArray();
    }

    private static final class Fixed implements LinearModel {

        private final double[] weights;

        Fixed(double... weights) {
            this.weights = weights;
        }

        @Override
        public double coefficient(int label, int index) {
            return index < weights.length ? weights[index] : 0.5;
        }

        @Override
        public int featureCount() {
            return weights.length;
        }

        @Override
        public long learnedCount() {
            return 0;
        }

        @Override
        public long refusedCount() {
            return 0;
        }

        @Override
        public double[][] coefficients() {
            return new double[][] {weights};
        }

        @Override
        public void save(StateOutput out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void restore(StateInput in) {
            throw new UnsupportedOperationException();
        }
    }
}

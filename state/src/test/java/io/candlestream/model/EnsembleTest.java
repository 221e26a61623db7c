package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.golden.GoldenBytes;
import io.candlestream.seed.Seeded;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class EnsembleTest {

    private static final Mixing HEDGE = new Mixing.Hedge(0.1, 0.001);
    private static final Mixing NEWTON = new Mixing.OnlineNewton(0.5, 1, 0.001);

    private static EnsembleConfig of(Mixing mixing) {
        LearningRate slow = new LearningRate.Constant(0.01);
        ModelConfig log =
                new SgdConfig(
                        ClassLoss.LOG,
                        new Optimiser.Plain(new LearningRate.Constant(0.05)),
                        Penalty.NONE,
                        Averaging.NONE,
                        1);
        return new EnsembleConfig(
                List.of(new ModelConfig.Softmax(slow, 1e-4, 1), new NaiveBayesConfig(1), log),
                mixing);
    }

    interface OfThree extends OnlineClassifierContract {

        Mixing mixing();

        @Override
        default OnlineClassifier model(int featureCount, int classCount) {
            return of(mixing()).create(featureCount, classCount);
        }

        /// Three members, three classes.
        @Override
        default int rowCount() {
            return 9;
        }
    }

    @Nested
    class WithHedge implements OfThree {

        @Override
        public Mixing mixing() {
            return HEDGE;
        }
    }

    @Nested
    class WithHedgeWithoutAShare implements OfThree {

        @Override
        public Mixing mixing() {
            return new Mixing.Hedge(1, 0);
        }
    }

    @Nested
    class WithOnlineNewton implements OfThree {

        @Override
        public Mixing mixing() {
            return NEWTON;
        }
    }

    @Test
    void predictsTheWeightedMeanOfItsMembers() {
        Examples examples = Examples.goldenThree();
        Ensemble ensemble = of(HEDGE).create(8, 3);
        examples.teach(ensemble);
        double[] weights = ensemble.weights();
        double[] probabilities = new double[3];
        double[] ofMember = new double[3];
        double[] expected = new double[3];

        ensemble.predict(examples.features(9), probabilities);

        for (int i = 0; i < 3; i++) {
            ensemble.members().get(i).predict(examples.features(9), ofMember);
            for (int c = 0; c < 3; c++) {
                expected[c] += weights[i] * ofMember[c];
            }
        }
        assertThat(probabilities).containsExactly(expected, within(1e-15));
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void membersLearnAsIfEachWereAlone() {
        Examples examples = Examples.goldenThree();
        Ensemble ensemble = of(NEWTON).create(8, 3);
        OnlineClassifier alone = new NaiveBayesConfig(1).create(8, 3);

        examples.teach(ensemble);
        examples.teach(alone);

        assertThat(GoldenBytes.saved(ensemble.members().get(1)))
                .isEqualTo(GoldenBytes.saved(alone));
        assertThat(Arrays.copyOfRange(ensemble.coefficients(), 3, 6))
                .isDeepEqualTo(alone.coefficients());
    }

    @Test
    void aRefusedExampleLeavesTheWeights() {
        Ensemble ensemble = of(HEDGE).create(8, 3);
        Examples.goldenThree().teach(ensemble);
        double[] before = ensemble.weights();

        ensemble.learn(new double[] {Double.MAX_VALUE, 0, 0, 0, 0, 0, 0, 0}, 1);

        assertThat(ensemble.weights()).containsExactly(before);
        assertThat(ensemble.refusedCount()).isEqualTo(1);
    }

    /// One update by hand: three members said 0.5, 0.25 and 0.125 of what came true.
    @Test
    void hedgeMultipliesByThePowerOfTheProbability() {
        Mixer mixer = Mixer.of(new Mixing.Hedge(2, 0.3), 3);

        mixer.learn(new double[] {0.5, 0.25, 0.125});

        double sum = 16 + 4 + 1;
        double[] expected = {
            0.7 * 16 / sum + 0.1, 0.7 * 4 / sum + 0.1, 0.7 * 1 / sum + 0.1,
        };
        assertThat(mixer.weights()).containsExactly(expected, within(1e-15));
    }

    /// Against the best expert: `(ln n - T ln(1 - share)) / rate`, whatever the losses.
    @Seeded(runs = 50)
    void hedgeLosesNoMoreThanTheBoundSays(long seed) {
        Random random = new Random(seed);
        double rate = random.nextBoolean() ? 1 : 0.3;
        double share = random.nextBoolean() ? 0 : 0.001;
        int count = random.nextInt(2, 9);

        double regret = regret(new Mixing.Hedge(rate, share), count, 3_000, random);

        assertThat(regret)
                .isLessThan((Math.log(count) - 3_000 * Math.log(1 - share)) / rate + 1e-6);
    }

    /// `5 (1 + G D) n ln T`, with the norm of gradients at most G and the simplex D wide, for the
    /// beta of the theorem; the share costs `-T ln(1 - share)` more.
    @Seeded(runs = 50)
    void onlineNewtonLosesNoMoreThanTheBoundSays(long seed) {
        Random random = new Random(seed);
        int count = random.nextInt(2, 9);
        double steepest = Math.sqrt(count) * 0.99 / 0.01;
        double width = Math.sqrt(2);
        double beta = Math.min(1 / (4 * steepest * width), 1) / 2;
        double epsilon = Math.min(1e6, 1 / (beta * beta * width * width));
        Mixing newton = new Mixing.OnlineNewton(beta, epsilon, 1e-5);

        double regret = regret(newton, count, 3_000, random);

        assertThat(regret)
                .isLessThan(
                        5 * (1 + steepest * width) * count * Math.log(3_000)
                                - 3_000 * Math.log(1 - 1e-5));
    }

    /// With the default parameters it is no worse than the best expert by more than a few nats.
    @Seeded(runs = 50)
    void onlineNewtonByDefaultIsNearTheBestExpert(long seed) {
        Random random = new Random(seed);

        double regret = regret(NEWTON, random.nextInt(2, 9), 3_000, random);

        assertThat(regret).isLessThan(30);
    }

    /// Log loss of the mixture less that of the best expert. Experts differ in skill; what each
    /// says of what came true is from 0.01 to 0.99.
    private static double regret(Mixing mixing, int count, int examples, Random random) {
        Mixer mixer = Mixer.of(mixing, count);
        double[] skills = random.doubles(count, 0.3, 0.7).toArray();
        double[] losses = new double[count];
        double[] parts = new double[count];
        double mixtureLoss = 0;
        for (int t = 0; t < examples; t++) {
            double mixed = 0;
            for (int i = 0; i < count; i++) {
                double sure = random.nextDouble(0.5, 0.99);
                parts[i] = random.nextDouble() < skills[i] ? sure : 1 - sure;
                mixed += mixer.weights()[i] * parts[i];
                losses[i] -= Math.log(parts[i]);
            }
            mixtureLoss -= Math.log(mixed);
            mixer.learn(parts);
        }
        return mixtureLoss - Arrays.stream(losses).min().orElseThrow();
    }

    /// A and B are right of different examples: half of each is better than either, and it is
    /// found.
    @Test
    void onlineNewtonFindsAMixtureThatIsBetterThanEveryMember() {
        Mixer mixer = Mixer.of(NEWTON, 3);
        Random random = new Random(4);
        for (int t = 0; t < 5_000; t++) {
            boolean ofFirst = random.nextBoolean();
            mixer.learn(new double[] {ofFirst ? 0.9 : 0.1, ofFirst ? 0.1 : 0.9, 0.3});
        }

        assertThat(mixer.weights()[0]).isCloseTo(0.5, within(0.05));
        assertThat(mixer.weights()[1]).isCloseTo(0.5, within(0.05));
        assertThat(mixer.weights()[2]).isLessThan(0.01);
    }

    /// From a share of 0.001 of two to a half takes `ln(2000) / (rate ln(0.8 / 0.2))` examples
    /// where one says 0.8 and the other 0.2: 6 for a rate of 1, 55 for one of 0.1.
    @Test
    void hedgeFollowsAnotherBestExpertAtOnceWhateverCameBefore() {
        for (double rate : new double[] {1, 0.1}) {
            Mixer mixer = Mixer.of(new Mixing.Hedge(rate, 0.001), 2);
            for (int t = 0; t < 100_000; t++) {
                mixer.learn(new double[] {0.8, 0.2});
            }
            int examples = 0;
            while (mixer.weights()[1] < 0.5) {
                mixer.learn(new double[] {0.2, 0.8});
                examples++;
            }

            assertThat(examples).isLessThanOrEqualTo(rate == 1 ? 6 : 55);
        }
    }

    /// The conditions of Karush, Kuhn and Tucker: free weights have one slope, others no lower one.
    @Seeded(runs = 200)
    void theProjectionIsTheLeastOfTheSimplex(long seed) {
        Random random = new Random(seed);
        int count = random.nextInt(2, 9);
        double floor = 0.01 / count;
        double[] matrix = positiveDefinite(random, count);
        double[] gradient = new double[count];
        Arrays.setAll(gradient, _ -> 3 * random.nextGaussian());
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);

        new SimplexLeast(count).move(matrix, gradient.clone(), weights, floor);

        double[] slope = gradient.clone();
        double level = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                slope[i] += matrix[i * count + j] * (weights[j] - 1.0 / count);
            }
            level = Math.min(level, slope[i]);
        }
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        for (int i = 0; i < count; i++) {
            assertThat(weights[i]).isGreaterThan(floor - 1e-12);
            if (weights[i] > floor + 1e-9) {
                assertThat(slope[i]).isCloseTo(level, within(1e-8));
            }
        }
    }

    private static double[] positiveDefinite(Random random, int count) {
        double[] matrix = new double[count * count];
        for (int i = 0; i < count; i++) {
            matrix[i * (count + 1)] = 0.1;
        }
        for (int k = 0; k < 6; k++) {
            double[] vector = new double[count];
            Arrays.setAll(vector, _ -> random.nextGaussian());
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    matrix[i * count + j] += vector[i] * vector[j];
                }
            }
        }
        return matrix;
    }

    @Test
    void isOfClassesOnly() {
        assertThatThrownBy(() -> of(HEDGE).createRegressor(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("model must be one of numbers, was hedge(softmax(");
        assertThatThrownBy(() ->
                        new EnsembleConfig(
                                        List.of(
                                                new NaiveBayesConfig(1),
                                                new BayesianRegressionConfig(1, 1)),
                                        HEDGE)
                                .create(2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("model must be one of classes, was bayesian_regression(");
    }

    @Test
    void stateIsTheGoldenBytes() throws IOException {
        Ensemble hedge = of(HEDGE).create(8, 3);
        Ensemble newton = of(NEWTON).create(8, 3);
        Examples.goldenThree().teach(hedge);
        Examples.goldenThree().teach(newton);

        GoldenBytes.assertSavedAs("model/hedge-three-classes-after-400.hex", hedge);
        GoldenBytes.assertSavedAs("model/online-newton-three-classes-after-400.hex", newton);
    }
}

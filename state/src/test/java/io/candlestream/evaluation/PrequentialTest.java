package io.candlestream.evaluation;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import io.candlestream.golden.GoldenBytes;
import io.candlestream.golden.GoldenTable;
import io.candlestream.seed.Seeded;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrequentialTest {

    private static final double[] EVEN = {0.5, 0.5};

    @Nested
    class OverAllTime {

        /// Figures of scikit-learn, see PROVENANCE.md beside the files.
        @ParameterizedTest
        @CsvSource({
            "2, 0.7115, 0.7113569587589468, 0.5618212350608867, 0.3822045842728874",
            "3, 0.4995, 0.4975080610093339, 1.0319935829112146, 0.6197358787355781",
            "5, 0.3305, 0.32103165680255263, 1.6021770840042495, 0.7974043267394881"
        })
        void measuresAreThoseOfScikitLearn(
                int classCount,
                double accuracy,
                double balancedAccuracy,
                double logLoss,
                double brierScore) {
            Prequential prequential = new Prequential(classCount, 100);
            for (double[] row :
                    GoldenTable.read("metrics/classes-" + classCount + ".csv").numbers()) {
                double[] probabilities = Arrays.copyOfRange(row, 1, row.length);
                prequential.update(probabilities, mostProbable(probabilities), (int) row[0]);
            }

            Measures measures = prequential.allTime();

            assertThat(measures.accuracy()).isCloseTo(accuracy, within(1e-9 * accuracy));
            assertThat(measures.balancedAccuracy())
                    .isCloseTo(balancedAccuracy, within(1e-9 * balancedAccuracy));
            assertThat(measures.logLoss()).isCloseTo(logLoss, within(1e-9 * logLoss));
            assertThat(measures.brierScore()).isCloseTo(brierScore, within(1e-9 * brierScore));
        }

        @Test
        void balancedAccuracyAveragesOnlyClassesThatHaveOccurred() {
            Prequential prequential = new Prequential(3, 100);
            double[] third = {1 / 3.0, 1 / 3.0, 1 / 3.0};

            prequential.update(third, 0, 0);
            prequential.update(third, 0, 0);
            prequential.update(third, 1, 0);
            prequential.update(third, 2, 1);

            // Recall 2/3 of class 0 and 0 of class 1; class 2 was predicted but never came true.
            assertThat(prequential.allTime().balancedAccuracy()).isEqualTo(1 / 3.0);
            assertThat(prequential.allTime().accuracy()).isEqualTo(0.5);
        }

        @Test
        void sumsDoNotDrift() {
            Prequential prequential = new Prequential(2, 100);
            for (int i = 0; i < 1_000_000; i++) {
                prequential.update(new double[] {0.1, 0.9}, 1, 1);
            }

            double expected = -StrictMath.log(0.9);
            assertThat(prequential.allTime().logLoss())
                    .isCloseTo(expected, within(4 * Math.ulp(expected)));
            assertThat(prequential.fading().logLoss()).isCloseTo(expected, within(1e-14));
            assertThat(prequential.fading().accuracy()).isEqualTo(1);
        }

        @Test
        void countsOutcomesAndLabels() {
            Prequential prequential = new Prequential(2, 100);
            assertThat(prequential.count()).isZero();

            prequential.update(EVEN, 0, 1);
            prequential.update(EVEN, 0, 1);
            prequential.update(EVEN, 0, 0);

            assertThat(prequential.count()).isEqualTo(3);
            assertThat(prequential.labelCount(0)).isEqualTo(1);
            assertThat(prequential.labelCount(1)).isEqualTo(2);
        }
    }

    @Nested
    class Fading {

        @Test
        void anOutcomeHalvesItsWeightInTheHalfLife() {
            Prequential prequential = new Prequential(2, 10);
            double factor = StrictMath.pow(0.5, 0.1);

            prequential.update(EVEN, 0, 1);
            for (int i = 0; i < 10; i++) {
                prequential.update(EVEN, 1, 1);
            }

            // The miss weighs 1/2 after ten further outcomes; the ten hits weigh 1 + f + ... + f^9.
            double hits = (1 - 0.5) / (1 - factor);
            assertThat(prequential.fading().accuracy())
                    .isCloseTo(hits / (hits + 0.5), within(1e-14));
        }

        @Test
        void measuresAreWeightedMeansHoweverManyHalfLivesHavePassed() {
            Random random = new Random(1);
            int count = 3_000;
            Prequential prequential = new Prequential(3, 1.5);
            double[][] probabilities = new double[count][];
            int[] predicted = new int[count];
            int[] labels = new int[count];
            for (int i = 0; i < count; i++) {
                probabilities[i] = probabilities(random, 3);
                predicted[i] = random.nextInt(3);
                labels[i] = random.nextInt(3);
                prequential.update(probabilities[i], predicted[i], labels[i]);
                if (i % 100 == 99) {
                    double factor = StrictMath.pow(0.5, 1 / 1.5);
                    assertClose(
                            prequential.fading(),
                            recomputed(
                                    factor,
                                    probabilities,
                                    predicted,
                                    Arrays.copyOf(labels, i + 1)));
                }
            }
        }

        @Seeded(runs = 50)
        void measuresAreWeightedMeans(long seed) {
            Random random = new Random(seed);
            double halfLife = Math.exp(random.nextDouble(0, 8));
            int count = random.nextInt(1, 300);
            Prequential prequential = new Prequential(3, halfLife);
            double[][] probabilities = new double[count][];
            int[] predicted = new int[count];
            int[] labels = new int[count];
            for (int i = 0; i < count; i++) {
                probabilities[i] = probabilities(random, 3);
                predicted[i] = random.nextInt(3);
                labels[i] = random.nextInt(3);
                prequential.update(probabilities[i], predicted[i], labels[i]);
            }

            double factor = StrictMath.pow(0.5, 1 / halfLife);
            assertClose(prequential.fading(), recomputed(factor, probabilities, predicted, labels));
            assertClose(prequential.allTime(), recomputed(1, probabilities, predicted, labels));
        }

        @Test
        void aClassThatHasFadedAwayNoLongerCounts() {
            Prequential prequential = new Prequential(2, 1);
            prequential.update(EVEN, 0, 1);
            prequential.update(EVEN, 0, 0);
            assertThat(prequential.fading().balancedAccuracy()).isEqualTo(0.5);

            for (int i = 0; i < 100; i++) {
                prequential.update(EVEN, 0, 0);
            }

            assertThat(prequential.fading().balancedAccuracy()).isEqualTo(1);
            assertThat(prequential.allTime().balancedAccuracy()).isEqualTo(0.5);
        }

        @Test
        void followsAChangeThatAllTimeHardlySees() {
            Prequential prequential = new Prequential(2, 100);
            for (int i = 0; i < 10_000; i++) {
                prequential.update(EVEN, 1, 1);
            }
            for (int i = 0; i < 1_000; i++) {
                prequential.update(EVEN, 0, 1);
            }

            assertThat(prequential.fading().accuracy()).isCloseTo(0, within(0.001));
            assertThat(prequential.allTime().accuracy()).isCloseTo(10 / 11.0, within(1e-15));
        }
    }

    @Seeded(runs = 20)
    void measuresStayInTheirRanges(long seed) {
        Random random = new Random(seed);
        Prequential prequential = new Prequential(4, Math.exp(random.nextDouble(0, 6)));
        for (int i = 0; i < 3_000; i++) {
            double[] probabilities = new double[4];
            int certain = random.nextInt(4);
            probabilities[certain] = 1;
            int label = random.nextInt(100) < 97 ? certain : random.nextInt(4);
            prequential.update(probabilities, certain, label);
            for (Measures measures : new Measures[] {prequential.allTime(), prequential.fading()}) {
                assertThat(measures.accuracy()).isBetween(0.0, 1.0);
                assertThat(measures.balancedAccuracy()).isBetween(0.0, 1.0);
                assertThat(measures.logLoss()).isBetween(0.0, 34.54);
                assertThat(measures.brierScore()).isBetween(0.0, 2.0);
            }
        }
    }

    @Test
    void hasNoMeasuresBeforeTheFirstOutcome() {
        Prequential prequential = new Prequential(2, 100);

        assertThatThrownBy(prequential::allTime)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("measures need at least 1 outcome, there were 0");
        assertThatThrownBy(prequential::fading).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.9, 1e10, Double.NaN})
    void refusesAHalfLifeOutOfRange(double halfLife) {
        assertThatThrownBy(() -> new Prequential(2, halfLife))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("half-life must be from 1 to 1.0E9, was " + halfLife);
    }

    @Test
    void refusesWhatIsNotAClass() {
        Prequential prequential = new Prequential(2, 100);

        assertThatThrownBy(() -> new Prequential(1, 100))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> prequential.update(EVEN, 2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("predicted class must be from 0 to 1, was 2");
        assertThatThrownBy(() -> prequential.update(EVEN, 0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label must be from 0 to 1, was -1");
        assertThatThrownBy(() -> prequential.update(new double[3], 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probabilities must be 2 numbers, were 3");
        assertThatThrownBy(() -> prequential.labelCount(2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(prequential.count()).isZero();
    }

    @Test
    void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
        byte[][] states = new byte[81][];
        Prequential unbroken = new Prequential(3, 20);
        Random random = new Random(1);
        double[][] probabilities = new double[80][];
        for (int i = 0; i < 80; i++) {
            states[i] = saved(unbroken);
            probabilities[i] = probabilities(random, 3);
            unbroken.update(probabilities[i], i % 3, i % 7 % 3);
        }
        states[80] = saved(unbroken);

        for (int stop = 0; stop <= 80; stop++) {
            Prequential restored = new Prequential(3, 20);
            restored.update(probabilities[0], 1, 1);
            StateInput in = new StateInput(states[stop]);
            restored.restore(in);
            in.expectEnd();
            for (int i = stop; i < 80; i++) {
                restored.update(probabilities[i], i % 3, i % 7 % 3);
                assertThat(saved(restored)).isEqualTo(states[i + 1]);
            }
            assertThat(restored.count()).isEqualTo(80);
        }
    }

    @Test
    void refusesStateThatUpdatesCannotReach() {
        Prequential prequential = new Prequential(2, 20);
        prequential.update(EVEN, 0, 0);
        byte[] state = saved(prequential);
        byte[] negativeCount = state.clone();
        ByteBuffer.wrap(negativeCount).putLong(0, -1);
        byte[] moreHitsThanOutcomes = state.clone();
        ByteBuffer.wrap(moreHitsThanOutcomes).putDouble(8 + 2 * 8, 2);
        byte[] notANumber = state.clone();
        ByteBuffer.wrap(notANumber).putDouble(state.length - 8, Double.NaN);

        for (byte[] broken :
                new byte[][] {
                    negativeCount,
                    moreHitsThanOutcomes,
                    notANumber,
                    Arrays.copyOf(state, state.length - 1)
                }) {
            assertThatThrownBy(() -> new Prequential(2, 20).restore(new StateInput(broken)))
                    .isInstanceOf(StateFormatException.class);
        }
    }

    @Test
    void stateIsTheGoldenBytes() throws IOException {
        Prequential prequential = new Prequential(3, 1_000);
        for (double[] row : GoldenTable.read("metrics/classes-3.csv").numbers()) {
            double[] probabilities = Arrays.copyOfRange(row, 1, row.length);
            prequential.update(probabilities, mostProbable(probabilities), (int) row[0]);
        }

        GoldenBytes.assertSavedAs(
                "evaluation/prequential-three-classes-after-2000.hex", prequential);
    }

    @Seeded(runs = 20)
    void forecastersScoredTogetherHaveNothingToDoWithEachOther(long seed) {
        Random random = new Random(seed);
        List<Prequential> together = Prequential.together(3, 4, 2);
        List<Prequential> alone = Stream.generate(() -> new Prequential(4, 2)).limit(3).toList();
        for (int i = 0; i < 2_000; i++) {
            int forecaster = random.nextInt(3);
            double[] probabilities = probabilities(random, 4);
            int predicted = random.nextInt(4);
            int label = random.nextInt(4);
            together.get(forecaster).update(probabilities, predicted, label);
            alone.get(forecaster).update(probabilities, predicted, label);
        }

        for (int i = 0; i < 3; i++) {
            assertThat(saved(together.get(i))).isEqualTo(saved(alone.get(i)));
            assertThat(together.get(i).fading()).isEqualTo(alone.get(i).fading());
            assertThat(together.get(i).labelCount(1)).isEqualTo(alone.get(i).labelCount(1));
        }
    }

    @Test
    void refusesToScoreNobodyTogether() {
        assertThatThrownBy(() -> Prequential.together(0, 2, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("forecaster count must be at least 1, was 0");
    }

    @Test
    void lossesThatAreKnownAreTakenAsTheyAre() {
        double[] probabilities = {0.2, 0.5, 0.3};
        Prequential told = new Prequential(3, 100);
        Prequential computed = new Prequential(3, 100);

        told.update(false, 2, ScoringRules.logLoss(0.3), ScoringRules.brierScore(probabilities, 2));
        computed.update(probabilities, 1, 2);

        assertThat(saved(told)).isEqualTo(saved(computed));
        assertThatThrownBy(() -> told.update(true, 3, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label must be from 0 to 2, was 3");
    }

    @Test
    void allocatesNothing() {
        Prequential prequential = new Prequential(2, 1_000);

        long allocated =
                Allocation.least(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        prequential.update(EVEN, i & 1, i % 3 & 1);
                    }
                });

        assertThat(allocated).isZero();
    }

    /// The definitions over the whole history, with the weight of every outcome written out.
    private static Measures recomputed(
            double factor, double[][] probabilities, int[] predicted, int[] labels) {
        double[] weights = new double[3];
        double[] hits = new double[3];
        double logLoss = 0;
        double brierScore = 0;
        for (int i = 0; i < labels.length; i++) {
            double weight = StrictMath.pow(factor, labels.length - 1 - i);
            weights[labels[i]] += weight;
            hits[labels[i]] += predicted[i] == labels[i] ? weight : 0;
            logLoss -= weight * StrictMath.log(probabilities[i][labels[i]]);
            for (int c = 0; c < 3; c++) {
                double error = probabilities[i][c] - (labels[i] == c ? 1 : 0);
                brierScore += weight * error * error;
            }
        }
        double recalls = 0;
        int occurred = 0;
        for (int c = 0; c < 3; c++) {
            if (weights[c] > 1e-30) {
                recalls += hits[c] / weights[c];
                occurred++;
            }
        }
        double weight = Arrays.stream(weights).sum();
        return new Measures(
                Arrays.stream(hits).sum() / weight,
                recalls / occurred,
                logLoss / weight,
                brierScore / weight);
    }

    private static void assertClose(Measures actual, Measures expected) {
        assertThat(actual.accuracy()).isCloseTo(expected.accuracy(), within(1e-12));
        assertThat(actual.balancedAccuracy()).isCloseTo(expected.balancedAccuracy(), within(1e-12));
        assertThat(actual.logLoss()).isCloseTo(expected.logLoss(), within(1e-12));
        assertThat(actual.brierScore()).isCloseTo(expected.brierScore(), within(1e-12));
    }

    private static double[] probabilities(Random random, int classCount) {
        double[] parts = random.doubles(classCount, 0.01, 1).toArray();
        double sum = Arrays.stream(parts).sum();
        return Arrays.stream(parts).map(part -> part / sum).toArray();
    }

    private static int mostProbable(double[] probabilities) {
        int best = 0;
        for (int c = 1; c < probabilities.length; c++) {
            if (probabilities[c] > probabilities[best]) {
                best = c;
            }
        }
        return best;
    }
}

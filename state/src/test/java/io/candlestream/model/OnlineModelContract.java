package io.candlestream.model;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import io.candlestream.seed.Seeded;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every [OnlineModel] promises.
interface OnlineModelContract {

    /// A model that has learned nothing.
    OnlineModel model(int featureCount, int classCount);

    /// Bytes one predict and learn may allocate; 0 unless the documentation of the model says more.
    default long allocatedBytesPerExample(int classCount) {
        return 0;
    }

    @Test
    default void allClassesAreEquallyProbableBeforeTheFirstExample() {
        for (int classCount = 2; classCount <= 7; classCount++) {
            double[] probabilities = new double[classCount];

            model(3, classCount).predict(new double[] {1, -2, 1e300}, probabilities);

            assertThat(probabilities).containsOnly(1.0 / classCount);
        }
    }

    @Test
    default void knowsItsShape() {
        OnlineModel model = model(3, 5);

        assertThat(model.featureCount()).isEqualTo(3);
        assertThat(model.classCount()).isEqualTo(5);
        assertThat(model.coefficients()).hasDimensions(5, 4);
    }

    @Test
    default void changesNothingOfItsInput() {
        OnlineModel model = model(3, 3);
        double[] features = {1, -2, 3};

        model.predict(features, new double[3]);
        model.learn(features, 2);

        assertThat(features).containsExactly(1, -2, 3);
    }

    @Test
    default void predictingChangesNothingOfTheModel() {
        Examples examples = Examples.planted(1, 50, 4, 3);
        OnlineModel model = model(4, 3);
        examples.teach(model);
        byte[] before = saved(model);

        for (int i = 0; i < examples.count(); i++) {
            model.predict(examples.features(i), new double[3]);
        }

        assertThat(saved(model)).isEqualTo(before);
    }

    @Test
    default void coefficientsAreACopy() {
        OnlineModel model = model(2, 2);
        model.learn(new double[] {1, 1}, 0);
        byte[] before = saved(model);

        for (double[] row : model.coefficients()) {
            Arrays.fill(row, 77);
        }

        assertThat(saved(model)).isEqualTo(before);
    }

    @Test
    default void countsWhatItLearned() {
        OnlineModel model = model(4, 3);

        Examples.planted(1, 50, 4, 3).teach(model);

        assertThat(model.learnedCount()).isEqualTo(50);
        assertThat(model.refusedCount()).isZero();
    }

    @Test
    default void theSameExamplesGiveTheSameBits() {
        Examples examples = Examples.planted(1, 500, 9, 3);
        OnlineModel one = model(9, 3);
        OnlineModel other = model(9, 3);

        examples.teach(one);
        examples.teach(other);

        assertThat(saved(one)).isEqualTo(saved(other));
    }

    @Test
    default void renumberedFeaturesRenumberTheCoefficients() {
        Examples examples = Examples.planted(1, 200, 7, 3);
        OnlineModel straight = model(7, 3);
        OnlineModel renumbered = model(7, 3);

        for (int i = 0; i < examples.count(); i++) {
            straight.learn(examples.features(i), examples.label(i));
            renumbered.learn(renumbered(examples.features(i)), examples.label(i));
        }

        for (int c = 0; c < 3; c++) {
            double[] row = straight.coefficients()[c];
            double[] expected = Arrays.copyOf(renumbered(Arrays.copyOf(row, 7)), 8);
            expected[7] = row[7];
            double greatest = Arrays.stream(row).map(Math::abs).max().orElseThrow();
            assertThat(renumbered.coefficients()[c])
                    .containsExactly(expected, within(1e-12 * greatest));
        }
    }

    @Test
    default void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
        Examples examples = Examples.planted(2, 80, 5, 3);
        OnlineModel unbroken = model(5, 3);
        byte[][] states = new byte[examples.count() + 1][];
        for (int i = 0; i < examples.count(); i++) {
            states[i] = saved(unbroken);
            unbroken.learn(examples.features(i), examples.label(i));
        }
        states[examples.count()] = saved(unbroken);

        for (int stop = 0; stop <= examples.count(); stop++) {
            OnlineModel restored = model(5, 3);
            StateInput in = new StateInput(states[stop]);
            restored.restore(in);
            in.expectEnd();
            assertThat(saved(restored)).isEqualTo(states[stop]);
            assertThat(restored.learnedCount()).isEqualTo(stop);
            for (int i = stop; i < examples.count(); i++) {
                restored.learn(examples.features(i), examples.label(i));
                assertThat(saved(restored)).as("stopped at %s", stop).isEqualTo(states[i + 1]);
            }
        }
    }

    @Test
    default void replacesWhateverItRememberedWhenRestored() {
        Examples examples = Examples.planted(3, 60, 5, 3);
        OnlineModel used = model(5, 3);
        examples.teach(used);
        used.learn(filled(5, Double.MAX_VALUE), 0);

        used.restore(new StateInput(saved(model(5, 3))));

        assertThat(saved(used)).isEqualTo(saved(model(5, 3)));
    }

    @Test
    default void refusesStateThatLearningCannotReach() {
        byte[] state = saved(model(5, 3));
        byte[] cut = Arrays.copyOf(state, state.length - 1);
        byte[] negativeCount = state.clone();
        ByteBuffer.wrap(negativeCount).putLong(0, -1);
        byte[] notANumber = state.clone();
        ByteBuffer.wrap(notANumber).putDouble(state.length - 8, Double.NaN);
        byte[] tooGreat = state.clone();
        ByteBuffer.wrap(tooGreat).putDouble(state.length - 8, 1.001 * OnlineModel.WEIGHT_LIMIT);

        for (byte[] broken : new byte[][] {cut, negativeCount, notANumber, tooGreat}) {
            assertThatThrownBy(() -> model(5, 3).restore(new StateInput(broken)))
                    .isInstanceOf(StateFormatException.class);
        }
    }

    @Test
    default void survivesFeaturesThatNeverChange() {
        assertStaysSound(filled(4, 1), filled(4, 1));
    }

    @Test
    default void survivesRowsOfZeros() {
        assertStaysSound(new double[4], new double[4]);
    }

    @Test
    default void survivesTinyAndHugeFeatures() {
        assertStaysSound(filled(4, 1e-300), filled(4, 1e300));
        assertStaysSound(filled(4, -1e300), filled(4, 1e150));
        assertStaysSound(filled(4, Double.MIN_VALUE), filled(4, Double.MAX_VALUE));
    }

    /// @return after how many examples of one class alone it must be all but certain
    default int examplesUntilSure() {
        return 20_000;
    }

    @Test
    default void learnsThatOnlyOneClassComesTrue() {
        OnlineModel model = model(4, 3);
        for (int i = 0; i < examplesUntilSure(); i++) {
            model.learn(new double[4], 1);
        }
        double[] probabilities = new double[3];

        model.predict(new double[4], probabilities);

        assertSound(model, probabilities);
        assertThat(probabilities[1]).isGreaterThan(0.95);
    }

    @Test
    default void refusesAndCountsFeaturesThatAreNotFinite() {
        OnlineModel model = model(4, 3);
        Examples.planted(1, 50, 4, 3).teach(model);
        double[][] before = model.coefficients();

        for (double broken :
                new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            model.learn(new double[] {1, broken, 0, 1}, 1);
        }

        assertThat(model.refusedCount()).isEqualTo(3);
        assertThat(model.learnedCount()).isEqualTo(50);
        assertThat(model.coefficients()).isDeepEqualTo(before);
    }

    @Seeded(runs = 4)
    default void staysSoundWhateverItLearns(long seed) {
        Random random = new Random(seed);
        OnlineModel model = model(6, 3);
        double[] probabilities = new double[3];
        double[] features = Examples.absurd(random, 6);

        for (int i = 0; i < 100_000; i++) {
            if (random.nextInt(4) > 0) {
                features = Examples.absurd(random, 6);
            }
            model.predict(features, probabilities);
            assertSound(model, probabilities);
            model.learn(features, random.nextInt(3));
        }

        assertSound(model, probabilities);
        assertThat(model.learnedCount() + model.refusedCount()).isEqualTo(100_000);
        assertThat(model.learnedCount()).isGreaterThan(1_000);
        assertThat(model.refusedCount()).isGreaterThan(1_000);
    }

    @Test
    default void findsAPlantedSignal() {
        assertThat(laterAccuracy(2)).isGreaterThan(0.9);
        assertThat(laterAccuracy(3)).isGreaterThan(0.85);
        assertThat(laterAccuracy(5)).isGreaterThan(0.8);
    }

    @Test
    default void refusesArgumentsOfAnotherShape() {
        OnlineModel model = model(3, 3);

        assertThatThrownBy(() -> model.learn(new double[3], 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label must be from 0 to 2, was 3");
        assertThatThrownBy(() -> model.learn(new double[3], -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label must be from 0 to 2, was -1");
        assertThatThrownBy(() -> model.learn(new double[2], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features must be 3 numbers, were 2");
        assertThatThrownBy(() -> model.predict(new double[4], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features must be 3 numbers, were 4");
        assertThatThrownBy(() -> model.predict(new double[3], new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probabilities must be 3 numbers, were 2");
        assertThat(model.learnedCount() + model.refusedCount()).isZero();
    }

    @Test
    default void refusesToBeBuiltWithoutFeaturesOrClasses() {
        assertThatThrownBy(() -> model(0, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature count must be from 1 to 1000000, was 0");
        assertThatThrownBy(() -> model(1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class count must be from 2 to 1000, was 1");
    }

    @Test
    default void allocatesNoMoreThanItSays() {
        OnlineModel model = model(28, 3);
        Examples examples = Examples.planted(1, 5_000, 28, 3);
        double[] probabilities = new double[3];

        long allocated =
                Allocation.least(() -> {
                    for (int i = 0; i < examples.count(); i++) {
                        model.predict(examples.features(i), probabilities);
                        model.learn(examples.features(i), examples.label(i));
                    }
                });

        assertThat(allocated).isLessThanOrEqualTo(examples.count() * allocatedBytesPerExample(3));
    }

    private void assertStaysSound(double[] one, double[] other) {
        OnlineModel model = model(4, 3);
        double[] probabilities = new double[3];
        for (int i = 0; i < 3_000; i++) {
            double[] features = i % 2 == 0 ? one : other;
            model.learn(features, i % 5 % 3);
            model.predict(features, probabilities);
            assertSound(model, probabilities);
        }
    }

    private double laterAccuracy(int classCount) {
        Examples examples = Examples.planted(11, 8_000, 6, classCount);
        OnlineModel model = model(6, classCount);
        double[] probabilities = new double[classCount];
        int hits = 0;
        for (int i = 0; i < examples.count(); i++) {
            model.predict(examples.features(i), probabilities);
            double greatest = Arrays.stream(probabilities).max().orElseThrow();
            if (i >= 4_000 && probabilities[examples.label(i)] == greatest) {
                hits++;
            }
            model.learn(examples.features(i), examples.label(i));
        }
        return hits / 4_000.0;
    }

    /// Fails unless the probabilities are parts of one and the coefficients within the limit.
    static void assertSound(OnlineModel model, double[] probabilities) {
        double sum = 0;
        boolean sound = true;
        for (double probability : probabilities) {
            sum += probability;
            sound &= probability >= 0 && probability <= 1;
        }
        sound &= Math.abs(sum - 1) <= 1e-12;
        for (double[] row : model.coefficients()) {
            for (double coefficient : row) {
                sound &= Math.abs(coefficient) <= OnlineModel.WEIGHT_LIMIT;
            }
        }
        if (!sound) {
            throw new AssertionError(
                    "unsound: "
                            + Arrays.toString(probabilities)
                            + " of "
                            + Arrays.deepToString(model.coefficients()));
        }
    }

    private static double[] filled(int count, double value) {
        double[] features = new double[count];
        Arrays.fill(features, value);
        return features;
    }

    private static double[] renumbered(double[] features) {
        int[] order = {4, 2, 6, 0, 5, 1, 3};
        return Arrays.stream(order).mapToDouble(j -> features[j]).toArray();
    }
}

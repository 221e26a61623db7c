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

/// What every [OnlineModel] promises, whatever it predicts.
///
/// @param <M> what it predicts: [OnlineClassifierContract] or [OnlineRegressorContract]
interface OnlineModelContract<M extends OnlineModel> {

    /// A model that has learned nothing.
    M model(int featureCount);

    /// A model that has learned nothing, for features in another order: the first of them was the
    /// `order[0]`th.
    ///
    /// Another than [#model] only where features do not begin alike, so that what they begin with
    /// must change places with them.
    default M renumberedModel(int[] order) {
        return model(order.length);
    }

    /// Teaches it the example.
    void learn(M model, double[] features, int label);

    /// Fails unless what it predicts and its coefficients are in range; allocates nothing else.
    void assertSound(M model, double[] features);

    /// Predicts and drops it.
    void predict(M model, double[] features);

    /// How many numbers [OnlineModel#coefficients] has in a row beside a number a feature.
    default int interceptCount() {
        return 1;
    }

    /// Bytes one predict and learn may allocate; 0 unless the documentation of the model says more.
    default long allocatedBytesPerExample() {
        return 0;
    }

    /// Teaches the model the examples from `from` (inclusive) to `to` (exclusive).
    default void teach(M model, Examples examples, int from, int to) {
        for (int i = from; i < to; i++) {
            learn(model, examples.features(i), examples.label(i));
        }
    }

    default void teach(M model, Examples examples) {
        teach(model, examples, 0, examples.count());
    }

    @Test
    default void changesNothingOfItsInput() {
        M model = model(3);
        double[] features = {1, -2, 3};

        predict(model, features);
        learn(model, features, 2);

        assertThat(features).containsExactly(1, -2, 3);
    }

    @Test
    default void predictingChangesNothingOfTheModel() {
        Examples examples = Examples.planted(1, 50, 4, 3);
        M model = model(4);
        teach(model, examples);
        byte[] before = saved(model);

        for (int i = 0; i < examples.count(); i++) {
            predict(model, examples.features(i));
        }

        assertThat(saved(model)).isEqualTo(before);
    }

    @Test
    default void coefficientsAreACopy() {
        M model = model(2);
        learn(model, new double[] {1, 1}, 0);
        byte[] before = saved(model);

        for (double[] row : model.coefficients()) {
            Arrays.fill(row, 77);
        }

        assertThat(saved(model)).isEqualTo(before);
    }

    @Test
    default void countsWhatItLearned() {
        M model = model(4);

        teach(model, Examples.planted(1, 50, 4, 3));

        assertThat(model.featureCount()).isEqualTo(4);
        assertThat(model.learnedCount()).isEqualTo(50);
        assertThat(model.refusedCount()).isZero();
    }

    @Test
    default void theSameExamplesGiveTheSameBits() {
        Examples examples = Examples.planted(1, 500, 9, 3);
        M one = model(9);
        M other = model(9);

        teach(one, examples);
        teach(other, examples);

        assertThat(saved(one)).isEqualTo(saved(other));
    }

    @Test
    default void renumberedFeaturesRenumberTheCoefficients() {
        Examples examples = Examples.planted(1, 200, 7, 3);
        M straight = model(7);
        M renumbered = renumberedModel(order());

        for (int i = 0; i < examples.count(); i++) {
            learn(straight, examples.features(i), examples.label(i));
            learn(renumbered, renumbered(examples.features(i)), examples.label(i));
        }

        double[][] rows = straight.coefficients();
        for (int c = 0; c < rows.length; c++) {
            double[] row = rows[c];
            double[] expected = row.clone();
            System.arraycopy(renumbered(Arrays.copyOf(row, 7)), 0, expected, 0, 7);
            double greatest = Arrays.stream(row).map(Math::abs).max().orElseThrow();
            assertThat(renumbered.coefficients()[c])
                    .hasSize(7 + interceptCount())
                    .containsExactly(expected, within(1e-12 * greatest));
        }
    }

    @Test
    default void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
        Examples examples = Examples.planted(2, 80, 5, 3);
        M unbroken = model(5);
        byte[][] states = new byte[examples.count() + 1][];
        for (int i = 0; i < examples.count(); i++) {
            states[i] = saved(unbroken);
            teach(unbroken, examples, i, i + 1);
        }
        states[examples.count()] = saved(unbroken);

        for (int stop = 0; stop <= examples.count(); stop++) {
            M restored = model(5);
            StateInput in = new StateInput(states[stop]);
            restored.restore(in);
            in.expectEnd();
            assertThat(saved(restored)).isEqualTo(states[stop]).hasSameSizeAs(states[0]);
            assertThat(restored.learnedCount()).isEqualTo(stop);
            for (int i = stop; i < examples.count(); i++) {
                teach(restored, examples, i, i + 1);
                assertThat(saved(restored)).as("stopped at %s", stop).isEqualTo(states[i + 1]);
            }
        }
    }

    @Test
    default void replacesWhateverItRememberedWhenRestored() {
        M used = model(5);
        teach(used, Examples.planted(3, 60, 5, 3));
        learn(used, filled(5, Double.MAX_VALUE), 0);

        used.restore(new StateInput(saved(model(5))));

        assertThat(saved(used)).isEqualTo(saved(model(5)));
    }

    @Test
    default void refusesStateThatLearningCannotReach() {
        byte[] state = saved(model(5));
        byte[] cut = Arrays.copyOf(state, state.length - 1);
        byte[] negativeCount = state.clone();
        ByteBuffer.wrap(negativeCount).putLong(0, -1);
        byte[] notANumber = state.clone();
        ByteBuffer.wrap(notANumber).putDouble(state.length - 8, Double.NaN);
        byte[] tooGreat = state.clone();
        ByteBuffer.wrap(tooGreat).putDouble(state.length - 8, 1.001 * OnlineModel.WEIGHT_LIMIT);

        for (byte[] broken : new byte[][] {cut, negativeCount, notANumber, tooGreat}) {
            assertThatThrownBy(() -> model(5).restore(new StateInput(broken)))
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

    @Test
    default void refusesAndCountsFeaturesThatAreNotFinite() {
        M model = model(4);
        teach(model, Examples.planted(1, 50, 4, 3));
        double[][] before = model.coefficients();

        for (double broken :
                new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            learn(model, new double[] {1, broken, 0, 1}, 1);
        }

        assertThat(model.refusedCount()).isEqualTo(3);
        assertThat(model.learnedCount()).isEqualTo(50);
        assertThat(model.coefficients()).isDeepEqualTo(before);
    }

    @Seeded(runs = 4)
    default void staysSoundWhateverItLearns(long seed) {
        Random random = new Random(seed);
        M model = model(6);
        double[] features = Examples.absurd(random, 6);

        for (int i = 0; i < 100_000; i++) {
            if (random.nextInt(4) > 0) {
                features = Examples.absurd(random, 6);
            }
            assertSound(model, features);
            learn(model, features, random.nextInt(3));
        }

        assertSound(model, features);
        assertThat(model.learnedCount() + model.refusedCount()).isEqualTo(100_000);
        assertThat(model.learnedCount()).isGreaterThan(1_000);
        assertThat(model.refusedCount()).isGreaterThan(1_000);
    }

    @Test
    default void refusesFeaturesOfAnotherNumber() {
        M model = model(3);

        assertThatThrownBy(() -> learn(model, new double[2], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features must be 3 numbers, were 2");
        assertThatThrownBy(() -> predict(model, new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("features must be 3 numbers, were 4");
        assertThat(model.learnedCount() + model.refusedCount()).isZero();
    }

    @Test
    default void refusesToBeBuiltWithoutFeatures() {
        assertThatThrownBy(() -> model(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature count must be from 1 to 1000000, was 0");
    }

    @Test
    default void allocatesNoMoreThanItSays() {
        M model = model(28);
        Examples examples = Examples.planted(1, 5_000, 28, 3);

        long allocated =
                Allocation.least(() -> {
                    for (int i = 0; i < examples.count(); i++) {
                        predict(model, examples.features(i));
                        learn(model, examples.features(i), examples.label(i));
                    }
                });

        assertThat(allocated).isLessThanOrEqualTo(examples.count() * allocatedBytesPerExample());
    }

    private void assertStaysSound(double[] one, double[] other) {
        M model = model(4);
        for (int i = 0; i < 3_000; i++) {
            double[] features = i % 2 == 0 ? one : other;
            learn(model, features, i % 5 % 3);
            assertSound(model, features);
        }
    }

    static boolean areWithinLimit(double[][] rows) {
        boolean within = true;
        for (double[] row : rows) {
            for (double coefficient : row) {
                within &= Math.abs(coefficient) <= OnlineModel.WEIGHT_LIMIT;
            }
        }
        return within;
    }

    private static double[] filled(int count, double value) {
        double[] features = new double[count];
        Arrays.fill(features, value);
        return features;
    }

    private static int[] order() {
        return new int[] {4, 2, 6, 0, 5, 1, 3};
    }

    private static double[] renumbered(double[] features) {
        return Arrays.stream(order()).mapToDouble(j -> features[j]).toArray();
    }
}

package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What every [OnlineClassifier] promises.
interface OnlineClassifierContract extends OnlineModelContract<OnlineClassifier> {

    /// A model that has learned nothing.
    OnlineClassifier model(int featureCount, int classCount);

    /// Of how many classes a model can be.
    default int mostClasses() {
        return 1_000;
    }

    /// How many rows [OnlineModel#coefficients] has.
    default int rowCount() {
        return classes();
    }

    private int classes() {
        return Math.min(3, mostClasses());
    }

    @Override
    default OnlineClassifier model(int featureCount) {
        return model(featureCount, classes());
    }

    @Override
    default void learn(OnlineClassifier model, double[] features, int label) {
        model.learn(features, label % model.classCount());
    }

    @Override
    default void predict(OnlineClassifier model, double[] features) {
        model.predict(features, Scratch.of(model));
    }

    @Override
    default void assertSound(OnlineClassifier model, double[] features) {
        model.predict(features, Scratch.of(model));
        assertSoundProbabilities(model, Scratch.of(model));
    }

    @Test
    default void knowsItsClasses() {
        assertThat(model(3, 2).classCount()).isEqualTo(2);
        assertThat(model(3).classCount()).isEqualTo(classes());
        assertThat(model(3).coefficients()).hasDimensions(rowCount(), 3 + interceptCount());
    }

    @Test
    default void allClassesAreEquallyProbableBeforeTheFirstExample() {
        for (int classCount = 2; classCount <= Math.min(7, mostClasses()); classCount++) {
            double[] probabilities = new double[classCount];

            model(3, classCount).predict(new double[] {1, -2, 1e300}, probabilities);

            assertThat(probabilities).containsOnly(1.0 / classCount);
        }
    }

    /// @return after how many examples of one class alone it must be all but certain
    default int examplesUntilSure() {
        return 20_000;
    }

    /// @return the least probability of a class that alone came true
    default double sure() {
        return 0.95;
    }

    @Test
    default void learnsThatOnlyOneClassComesTrue() {
        OnlineClassifier model = model(4);
        for (int i = 0; i < examplesUntilSure(); i++) {
            model.learn(new double[4], 1);
        }
        double[] probabilities = new double[classes()];

        model.predict(new double[4], probabilities);

        assertSoundProbabilities(model, probabilities);
        assertThat(probabilities[1]).isGreaterThan(sure());
    }

    @Test
    default void findsAPlantedSignal() {
        assertThat(laterAccuracy(2)).isGreaterThan(0.9);
        if (mostClasses() > 2) {
            assertThat(laterAccuracy(3)).isGreaterThan(0.85);
            assertThat(laterAccuracy(5)).isGreaterThan(0.8);
        }
    }

    @Test
    default void refusesLabelsAndProbabilitiesOfAnotherNumber() {
        OnlineClassifier model = model(3);
        int count = classes();

        assertThatThrownBy(() -> model.learn(new double[3], count))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label must be from 0 to %s, was %s", count - 1, count);
        assertThatThrownBy(() -> model.learn(new double[3], -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label must be from 0 to %s, was -1", count - 1);
        assertThatThrownBy(() -> model.predict(new double[3], new double[count + 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probabilities must be %s numbers, were %s", count, count + 1);
        assertThat(model.learnedCount() + model.refusedCount()).isZero();
    }

    @Test
    default void refusesToBeBuiltWithoutClasses() {
        assertThatThrownBy(() -> model(1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class count must be from 2 to 1000, was 1");
    }

    private double laterAccuracy(int classCount) {
        Examples examples = Examples.planted(11, 8_000, 6, classCount);
        OnlineClassifier model = model(6, classCount);
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
    static void assertSoundProbabilities(OnlineClassifier model, double[] probabilities) {
        double sum = 0;
        boolean sound = true;
        for (double probability : probabilities) {
            sum += probability;
            sound &= probability >= 0 && probability <= 1;
        }
        sound &= Math.abs(sum - 1) <= 1e-12;
        if (!(sound && OnlineModelContract.areWithinLimit(model.coefficients()))) {
            throw new AssertionError(
                    "unsound: "
                            + Arrays.toString(probabilities)
                            + " of "
                            + Arrays.deepToString(model.coefficients()));
        }
    }

    /// Where probabilities are dropped, so that a test of allocation sees none of its own.
    final class Scratch {

        private static final double[] TWO = new double[2];
        private static final double[] THREE = new double[3];

        private Scratch() {}

        private static double[] of(OnlineClassifier model) {
            return model.classCount() == 2 ? TWO : THREE;
        }
    }
}

package io.candlestream.evaluation;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every [Baseline] promises.
interface BaselineContract {

    /// A baseline that has seen no label.
    Baseline baseline(int classCount);

    @Test
    default void everythingIsOpenBeforeTheFirstLabel() {
        for (int classCount = 2; classCount <= 7; classCount++) {
            double[] probabilities = new double[classCount];

            assertThat(baseline(classCount).predict(probabilities)).isZero();

            assertThat(probabilities).containsOnly(1.0 / classCount);
        }
    }

    @Test
    default void probabilitiesArePartsOfOne() {
        Baseline baseline = baseline(5);
        double[] probabilities = new double[5];
        for (int label : labels(1, 5_000, 5)) {
            int predicted = baseline.predict(probabilities);
            assertThat(predicted).isBetween(0, 4);
            for (double probability : probabilities) {
                assertThat(probability).isBetween(0.0, 1.0);
            }
            assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-12));
            baseline.learn(label);
        }
    }

    @Test
    default void predictingChangesNothing() {
        Baseline baseline = baseline(3);
        for (int label : labels(2, 100, 3)) {
            baseline.learn(label);
        }
        byte[] before = saved(baseline);

        baseline.predict(new double[3]);

        assertThat(saved(baseline)).isEqualTo(before);
    }

    @Test
    default void hasAName() {
        assertThat(baseline(2).name()).matches("[a-z_]+");
    }

    @Test
    default void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
        int[] labels = labels(3, 60, 3);
        for (int stop = 0; stop <= labels.length; stop++) {
            Baseline unbroken = baseline(3);
            for (int i = 0; i < stop; i++) {
                unbroken.learn(labels[i]);
            }
            Baseline restored = baseline(3);
            restored.learn(2);
            StateInput in = new StateInput(saved(unbroken));
            restored.restore(in);
            in.expectEnd();
            for (int i = stop; i < labels.length; i++) {
                unbroken.learn(labels[i]);
                restored.learn(labels[i]);
                double[] expected = new double[3];
                double[] probabilities = new double[3];
                assertThat(restored.predict(probabilities)).isEqualTo(unbroken.predict(expected));
                assertThat(probabilities).containsExactly(expected);
            }
            assertThat(saved(restored)).isEqualTo(saved(unbroken));
        }
    }

    @Test
    default void refusesStateThatIsCutShortOrNegative() {
        byte[] state = saved(baseline(3));
        byte[] cut = Arrays.copyOf(state, state.length - 1);
        byte[] negative = state.clone();
        negative[state.length - 8] = (byte) 0x80;

        assertThatThrownBy(() -> baseline(3).restore(new StateInput(cut)))
                .isInstanceOf(StateFormatException.class);
        assertThatThrownBy(() -> baseline(3).restore(new StateInput(negative)))
                .isInstanceOf(StateFormatException.class);
    }

    @Test
    default void refusesWhatIsNotAClass() {
        Baseline baseline = baseline(3);

        assertThatThrownBy(() -> baseline.learn(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label must be from 0 to 2, was 3");
        assertThatThrownBy(() -> baseline.learn(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> baseline.predict(new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probabilities must be 3 numbers, were 4");
        assertThatThrownBy(() -> baseline(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class count must be at least 2, was 1");
    }

    @Test
    default void allocatesNothing() {
        Baseline baseline = baseline(3);
        double[] probabilities = new double[3];
        int[] labels = labels(4, 5_000, 3);

        long allocated =
                Allocation.least(() -> {
                    for (int i = 0; i < labels.length; i++) {
                        baseline.predict(probabilities);
                        baseline.learn(labels[i]);
                    }
                });

        assertThat(allocated).isZero();
    }

    private static int[] labels(long seed, int count, int classCount) {
        Random random = new Random(seed);
        return random.ints(count, 0, classCount).toArray();
    }
}

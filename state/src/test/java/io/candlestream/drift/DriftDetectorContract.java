package io.candlestream.drift;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import io.candlestream.seed.Seeded;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every [DriftDetector] promises.
interface DriftDetectorContract {

    /// A detector that has seen no loss, as the figures below are stated for it; made for misses.
    DriftDetector detector();

    /// Losses in which a miss rate that goes from a fifth to a half is found, whatever the seed.
    int greatestDelay();

    /// Drifts said in a million losses of one miss in five, and in a million of a normal
    /// distribution.
    int falseAlarms();

    @Seeded(runs = 40)
    default void findsAPlantedChange(long seed) {
        Random random = new Random(seed);
        DriftDetector detector = detector();
        for (int i = 0; i < 5_000; i++) {
            detector.update(miss(random, 0.2));
        }

        int delay = 1;
        while (detector.update(miss(random, 0.5)) != Drift.DRIFT) {
            delay++;
            assertThat(delay).isLessThanOrEqualTo(greatestDelay());
        }
    }

    @Test
    default void seldomCallsADriftWhereThereIsNone() {
        Random random = new Random(1);
        DriftDetector ofMisses = detector();
        DriftDetector ofNumbers = detector();
        int drifts = 0;
        for (int i = 0; i < 1_000_000; i++) {
            drifts += ofMisses.update(miss(random, 0.2)) == Drift.DRIFT ? 1 : 0;
            double loss = Math.clamp(0.5 + 0.1 * random.nextGaussian(), 0, 1);
            drifts += ofNumbers.update(loss) == Drift.DRIFT ? 1 : 0;
        }

        assertThat(drifts).isLessThanOrEqualTo(falseAlarms());
    }

    @Test
    default void constantLossesAreNoDrift() {
        for (double loss : new double[] {0, 0.3, 1, -5, 1e300}) {
            DriftDetector detector = detector();
            for (int i = 0; i < 3_000; i++) {
                assertThat(detector.update(loss)).isEqualTo(Drift.STABLE);
            }
        }
    }

    @Test
    default void lossesThatFallAreNoDrift() {
        DriftDetector detector = detector();
        for (int i = 0; i < 10_000; i++) {
            assertThat(detector.update(1 - i * 1e-4)).isNotEqualTo(Drift.DRIFT);
        }
    }

    @Test
    default void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
        double[] losses = losses(3, 900);
        byte[][] states = new byte[losses.length + 1][];
        Drift[] said = new Drift[losses.length];
        DriftDetector unbroken = detector();
        for (int i = 0; i < losses.length; i++) {
            states[i] = saved(unbroken);
            said[i] = unbroken.update(losses[i]);
        }
        states[losses.length] = saved(unbroken);

        for (int stop = 0; stop <= losses.length; stop++) {
            DriftDetector restored = detector();
            restored.update(0.5);
            StateInput in = new StateInput(states[stop]);
            restored.restore(in);
            in.expectEnd();
            assertThat(saved(restored)).isEqualTo(states[stop]);
            for (int i = stop; i < Math.min(stop + 70, losses.length); i++) {
                assertThat(restored.update(losses[i])).isEqualTo(said[i]);
                assertThat(saved(restored)).isEqualTo(states[i + 1]);
            }
        }
    }

    @Test
    default void staysFiniteWhateverFiniteLossesCome() {
        Random random = new Random(5);
        DriftDetector detector = detector();
        int size = saved(detector).length;
        double[] extremes = {Double.MAX_VALUE, -Double.MAX_VALUE, 0, -0.0, Double.MIN_VALUE, 1e75};
        for (int i = 0; i < 20_000; i++) {
            int kind = random.nextInt(extremes.length + 1);
            detector.update(kind < extremes.length ? extremes[kind] : random.nextGaussian());
            if (i % 100 == 0) {
                byte[] state = saved(detector);
                assertThat(state).hasSize(size);
                // Restoring refuses what is not finite.
                detector().restore(new StateInput(state));
            }
        }
    }

    @Test
    default void aLossThatIsNoNumberChangesNothing() {
        DriftDetector detector = detector();
        for (double loss : losses(6, 100)) {
            detector.update(loss);
        }
        byte[] before = saved(detector);

        for (double loss : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> detector.update(loss))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("loss must be finite, was " + loss);
        }
        assertThat(saved(detector)).isEqualTo(before);
    }

    @Test
    default void updatingAllocatesNothing() {
        double[] losses = losses(7, 4_000);
        DriftDetector detector = detector();

        long allocated =
                Allocation.least(() -> {
                    for (int i = 0; i < losses.length; i++) {
                        detector.update(losses[i]);
                    }
                });

        assertThat(allocated).isZero();
    }

    @Test
    default void refusesStateThatIsCutShort() {
        byte[] state = saved(detector());
        byte[] cut = Arrays.copyOf(state, state.length - 1);

        assertThatThrownBy(() -> detector().restore(new StateInput(cut)))
                .isInstanceOf(StateFormatException.class);
    }

    @Test
    default void hasAName() {
        assertThat(detector().name()).matches("[a-z_]+");
    }

    /// Misses of which there are more in the second half.
    private static double[] losses(long seed, int count) {
        Random random = new Random(seed);
        double[] losses = new double[count];
        for (int i = 0; i < count; i++) {
            losses[i] = miss(random, i < count / 2 ? 0.1 : 0.7);
        }
        return losses;
    }

    private static double miss(Random random, double rate) {
        return random.nextDouble() < rate ? 1 : 0;
    }
}

package io.candlestream.calibration;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.Stateful;
import io.candlestream.golden.Allocation;
import io.candlestream.seed.Seeded;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What conformal sets and bands promise alike.
///
/// @param <C> which of them
interface ConformalContract<C extends Stateful> {

    /// Of a short window, so that a short test fills it.
    ConformalConfig SMALL = new ConformalConfig(0.8, 0.05, 20);

    /// One that has seen no outcome.
    C fresh(ConformalConfig config);

    /// Draws an outcome and teaches it; all of one shift are exchangeable.
    ///
    /// @param shift 0, 1 or 2: the truth is as likely as ever, is further away, is nearer
    void learn(C conformal, Random random, int shift);

    /// Teaches it the worst a caller may give, without allocating.
    void learnExtreme(C conformal, int i);

    /// @return whether what it says is in range
    boolean isSound(C conformal);

    boolean ready(C conformal);

    long judged(C conformal);

    double realised(C conformal);

    double recent(C conformal);

    @Seeded(runs = 25)
    default void coversWhatWasAskedForWithinAPointOfExchangeableOutcomes(long seed) {
        for (double coverage : new double[] {0.7, 0.8, 0.9, 0.95, 0.99}) {
            C conformal = fresh(new ConformalConfig(coverage, 0.005, 500));
            Random random = new Random(seed);
            for (int i = 0; i < 20_000; i++) {
                learn(conformal, random, 0);
            }

            assertThat(realised(conformal)).isCloseTo(coverage, within(0.01));
            assertThat(recent(conformal)).isCloseTo(coverage, within(0.05));
        }
    }

    /// What a shift takes away is given back: the thousand outcomes from it on are covered as often
    /// as was asked for, and so is the thousand after.
    @Seeded(runs = 25)
    default void coversAgainWithinAThousandOutcomesOfAShift(long seed) {
        for (int shift = 1; shift <= 2; shift++) {
            C conformal = fresh(ConformalConfig.standard());
            Random random = new Random(seed);
            for (int i = 0; i < 5_000; i++) {
                learn(conformal, random, 0);
            }

            assertThat(nextThousand(conformal, random, shift)).isCloseTo(0.9, within(0.015));
            assertThat(nextThousand(conformal, random, shift)).isCloseTo(0.9, within(0.02));
        }
    }

    private double nextThousand(C conformal, Random random, int shift) {
        double before = realised(conformal) * judged(conformal);
        for (int i = 0; i < 1_000; i++) {
            learn(conformal, random, shift);
        }
        return (realised(conformal) * judged(conformal) - before) / 1_000;
    }

    @Test
    default void judgesNothingUntilItIsReady() {
        C conformal = fresh(ConformalConfig.standard());
        Random random = new Random(1);
        for (int i = 0; i < 9; i++) {
            assertThat(ready(conformal)).isFalse();
            learn(conformal, random, 0);
            assertThat(judged(conformal)).isZero();
        }

        assertThat(ready(conformal)).isTrue();
        assertThat(realised(conformal)).isZero();
        assertThat(recent(conformal)).isZero();
        learn(conformal, random, 0);
        assertThat(judged(conformal)).isEqualTo(1);
    }

    @Test
    default void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
        byte[][] states = new byte[101][];
        C unbroken = fresh(SMALL);
        Random random = new Random(1);
        long[] seeds = random.longs(100).toArray();
        for (int i = 0; i < 100; i++) {
            states[i] = saved(unbroken);
            learn(unbroken, new Random(seeds[i]), i / 40);
        }
        states[100] = saved(unbroken);

        for (int stop = 0; stop <= 100; stop++) {
            C restored = fresh(SMALL);
            // Whatever it remembered is replaced.
            for (int i = 0; i < 33; i++) {
                learn(restored, random, 0);
            }
            StateInput in = new StateInput(states[stop]);
            restored.restore(in);
            in.expectEnd();
            assertThat(saved(restored)).isEqualTo(states[stop]).hasSameSizeAs(states[0]);
            for (int i = stop; i < 100; i++) {
                learn(restored, new Random(seeds[i]), i / 40);
                assertThat(Arrays.equals(saved(restored), states[i + 1])).isTrue();
            }
            assertThat(recent(restored)).isEqualTo(recent(unbroken));
        }
    }

    @Test
    default void staysSoundWhateverItLearns() {
        for (double rate : new double[] {0, 0.05, 1}) {
            C conformal = fresh(new ConformalConfig(0.8, rate, 20));
            for (int i = 0; i < 20_000; i++) {
                assertThat(isSound(conformal)).isTrue();
                learnExtreme(conformal, i);
            }
            fresh(SMALL).restore(new StateInput(saved(conformal)));
        }
    }

    @Test
    default void learningAllocatesNothing() {
        C conformal = fresh(SMALL);

        long allocated =
                Allocation.least(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        isSound(conformal);
                        learnExtreme(conformal, i);
                    }
                });

        assertThat(allocated).isZero();
    }

    @Test
    default void refusesStateThatIsCutShortOrNotFinite() {
        byte[] state = saved(fresh(SMALL));
        byte[] cut = Arrays.copyOf(state, state.length - 1);
        byte[] level = state.clone();
        ByteBuffer.wrap(level).putDouble(0, Double.NaN);
        byte[] score = state.clone();
        ByteBuffer.wrap(score).putDouble(2 * Double.BYTES, Double.POSITIVE_INFINITY);
        byte[] covered = state.clone();
        covered[covered.length - 1] = 1;

        for (byte[] broken : new byte[][] {cut, level, score, covered}) {
            assertThatThrownBy(() -> fresh(SMALL).restore(new StateInput(broken)))
                    .isInstanceOf(StateFormatException.class);
        }
    }
}

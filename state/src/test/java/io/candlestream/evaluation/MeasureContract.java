package io.candlestream.evaluation;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.Stateful;
import io.candlestream.golden.Allocation;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What every measure of a stream promises.
///
/// @param <M> the measure
interface MeasureContract<M extends Stateful> {

    /// Outcomes after which a window of the measure has been filled twice.
    int PREFIXES = 60;

    /// A measure of no outcomes, its windows at most 20 long.
    M fresh();

    /// Gives the measure its `i`-th outcome, always the same one, without allocating.
    void step(M measure, int i);

    /// Where in the state of [#PREFIXES] outcomes a double lies.
    int doubleAt();

    @Test
    default void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
        M unbroken = fresh();
        for (int stop = 0; stop <= PREFIXES; stop++) {
            M restored = fresh();
            step(restored, 7);
            StateInput in = new StateInput(saved(unbroken));
            restored.restore(in);
            in.expectEnd();
            M other = fresh();
            other.restore(new StateInput(saved(unbroken)));
            for (int i = stop; i < PREFIXES; i++) {
                step(restored, i);
                step(other, i);
            }
            assertThat(saved(restored)).isEqualTo(saved(after(PREFIXES)));
            assertThat(saved(other)).isEqualTo(saved(restored));
            step(unbroken, stop);
        }
    }

    @Test
    default void itsStateHasOneSize() {
        assertThat(saved(after(5_000))).hasSameSizeAs(saved(fresh()));
    }

    @Test
    default void updatingAllocatesNothing() {
        M measure = fresh();

        long allocated =
                Allocation.least(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        step(measure, i);
                    }
                });

        assertThat(allocated).isZero();
    }

    @Test
    default void refusesStateThatIsCutShortOrNotFinite() {
        byte[] state = saved(after(PREFIXES));
        byte[] cut = Arrays.copyOf(state, state.length - 1);
        byte[] infinite = state.clone();
        ByteBuffer.wrap(infinite).putDouble(doubleAt(), Double.POSITIVE_INFINITY);

        assertThatThrownBy(() -> fresh().restore(new StateInput(cut)))
                .isInstanceOf(StateFormatException.class);
        assertThatThrownBy(() -> fresh().restore(new StateInput(infinite)))
                .isInstanceOf(StateFormatException.class);
    }

    private M after(int outcomes) {
        M measure = fresh();
        for (int i = 0; i < outcomes; i++) {
            step(measure, i);
        }
        return measure;
    }
}

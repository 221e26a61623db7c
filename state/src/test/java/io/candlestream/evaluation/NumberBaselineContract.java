package io.candlestream.evaluation;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import org.junit.jupiter.api.Test;

/// What every [NumberBaseline] promises.
interface NumberBaselineContract {

    /// A baseline that has seen no value.
    NumberBaseline baseline();

    @Test
    default void predictsZeroBeforeTheFirstValue() {
        assertThat(baseline().predict()).isZero();
    }

    @Test
    default void hasAName() {
        assertThat(baseline().name()).matches("[a-z_]+");
    }

    @Test
    default void predictingChangesNothing() {
        NumberBaseline baseline = baseline();
        baseline.learn(3);
        byte[] before = saved(baseline);

        baseline.predict();

        assertThat(saved(baseline)).isEqualTo(before);
    }

    @Test
    default void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
        NumberBaseline unbroken = baseline();
        for (int i = 0; i < 20; i++) {
            NumberBaseline restored = baseline();
            restored.learn(99);
            StateInput in = new StateInput(saved(unbroken));
            restored.restore(in);
            in.expectEnd();
            assertThat(restored.predict()).isEqualTo(unbroken.predict());
            unbroken.learn(i * 0.1 - 1);
        }
    }

    @Test
    default void aValueOutOfRangeChangesNothing() {
        NumberBaseline baseline = baseline();
        baseline.learn(-1e75);
        byte[] before = saved(baseline);

        for (double value : new double[] {2e75, Double.NaN, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> baseline.learn(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("value must be from -1e75 to 1e75, was " + value);
        }
        assertThat(saved(baseline)).isEqualTo(before);
    }

    @Test
    default void allocatesNothing() {
        NumberBaseline baseline = baseline();

        long allocated =
                Allocation.least(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        baseline.learn(baseline.predict() + 1);
                    }
                });

        assertThat(allocated).isZero();
    }
}

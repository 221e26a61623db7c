package io.candlestream.indicator;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import io.candlestream.seed.Seeded;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What everything that follows candles promises: its warm-up, its memory, its numbers and its
/// thrift.
public interface IndicatorContract {

    /// A new subject that has seen nothing; always of the same configuration.
    Subject subject();

    /// The outputs after the last of the candles, computed from all of them by the plain
    /// definition.
    ///
    /// @param candles at least as many as the warm-up takes
    double[] recomputed(List<Candle> candles);

    @Test
    default void isReadyAfterExactlyItsWarmUp() {
        Subject subject = subject();
        double[] values = new double[subject.outputCount()];
        List<Candle> candles = RandomCandles.of(1, subject.warmUp() + 50);

        for (int i = 0; i < candles.size(); i++) {
            boolean isOver = i >= subject.warmUp();
            assertThat(subject.ready()).as("after %s candles", i).isEqualTo(isOver);
            if (!isOver) {
                assertThatThrownBy(() -> subject.values(values))
                        .isInstanceOf(IllegalStateException.class);
            }
            subject.update(candles.get(i));
        }
    }

    @Seeded(runs = 200)
    default void incrementalEqualsBatch(long seed) {
        Subject subject = subject();
        double[] values = new double[subject.outputCount()];
        List<Candle> candles = RandomCandles.of(seed, 2 * subject.warmUp() + 60);

        for (int i = 0; i < candles.size(); i++) {
            subject.update(candles.get(i));
            if (subject.ready() && i % 13 == 0) {
                subject.values(values);
                assertThat(values)
                        .usingComparatorWithPrecision(1e-11)
                        .as("after %s candles", i + 1)
                        .containsExactly(recomputed(candles.subList(0, i + 1)));
            }
        }
    }

    @Test
    default void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
        Subject unbroken = subject();
        int warmUp = unbroken.warmUp();
        List<Candle> candles = RandomCandles.of(2, 2 * warmUp + 60);
        byte[][] states = new byte[candles.size()][];
        double[][] rows = new double[candles.size()][];
        for (int i = 0; i < candles.size(); i++) {
            states[i] = saved(unbroken);
            unbroken.update(candles.get(i));
            rows[i] = row(unbroken);
        }

        for (int stop = 0; stop < candles.size(); stop++) {
            Subject restored = subject();
            StateInput in = new StateInput(states[stop]);
            restored.restore(in);
            in.expectEnd();
            assertThat(saved(restored)).isEqualTo(states[stop]);
            for (int i = stop; i < Math.min(candles.size(), stop + warmUp + 30); i++) {
                restored.update(candles.get(i));
                assertThat(row(restored))
                        .as("stopped after %s, at candle %s", stop, i)
                        .isEqualTo(rows[i]);
            }
        }
    }

    @Test
    default void replacesWhateverItRememberedWhenRestored() {
        List<Candle> candles = RandomCandles.of(3, 2 * subject().warmUp() + 60);
        Subject fresh = subject();
        Subject used = subject();
        candles.forEach(used::update);

        used.restore(new StateInput(saved(fresh)));
        candles.forEach(fresh::update);
        candles.forEach(used::update);

        assertThat(row(used)).isEqualTo(row(fresh));
    }

    @Test
    default void stateIsOfConstantSizeAndRefusedWhenCutShort() {
        Subject subject = subject();
        int length = saved(subject).length;

        for (Candle candle : RandomCandles.of(4, 2 * subject.warmUp() + 60)) {
            subject.update(candle);
            assertThat(saved(subject)).hasSize(length);
        }

        byte[] cut = Arrays.copyOf(saved(subject), length - 1);
        assertThatThrownBy(() -> subject().restore(new StateInput(cut)))
                .isInstanceOf(StateFormatException.class);
    }

    @Seeded(runs = 50)
    default void isFiniteForEveryAcceptedCandle(long seed) {
        Subject subject = subject();
        double[] values = new double[subject.outputCount()];

        for (Candle candle : RandomCandles.absurd(seed, 3 * subject.warmUp() + 200)) {
            subject.update(candle);
            if (subject.ready()) {
                subject.values(values);
                assertThat(allFinite(values)).as("%s", candle).isTrue();
            }
        }
    }

    @Test
    default void isFiniteWhenNothingMovesAndNothingIsTraded() {
        Subject subject = subject();
        double[] values = new double[subject.outputCount()];

        for (Candle candle : RandomCandles.flat(0.3, 2 * subject.warmUp() + 60)) {
            subject.update(candle);
            if (subject.ready()) {
                subject.values(values);
                assertThat(allFinite(values)).as("%s", candle).isTrue();
            }
        }
    }

    @Test
    default void allocatesNothing() {
        Subject subject = subject();
        double[] values = new double[subject.outputCount()];
        List<Candle> candles = RandomCandles.of(5, 5_000);
        candles.forEach(subject::update);

        long allocated =
                Allocation.least(() -> {
                    for (int i = 0; i < candles.size(); i++) {
                        subject.update(candles.get(i));
                        subject.values(values);
                    }
                });

        assertThat(allocated).isZero();
    }

    private static boolean allFinite(double[] values) {
        boolean finite = true;
        for (double value : values) {
            finite &= Double.isFinite(value);
        }
        return finite;
    }

    /// The outputs, or nothing before there are any.
    private static double[] row(Subject subject) {
        double[] values = new double[subject.ready() ? subject.outputCount() : 0];
        if (subject.ready()) {
            subject.values(values);
        }
        return values;
    }
}

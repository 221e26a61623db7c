package io.candlestream.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import org.junit.jupiter.api.Test;

final class PendingLabelsTest {

    private static final int HORIZON = 3;
    private static final long LATEST_TIME_MS = 253_402_300_799_999L;

    private final PendingLabels pending = new PendingLabels(HORIZON, 2, 3, 2);

    @Test
    void rowsComeOutAsTheyWentInInTheirOrder() {
        for (long number = 8; number < 40; number++) {
            if (pending.isDue(number)) {
                assertFirst(pending, number - HORIZON);
                pending.removeFirst();
            }
            add(number);
        }
        assertThat(pending.first()).isEqualTo(37);
        assertThat(pending.next()).isEqualTo(40);
    }

    @Test
    void aRowIsDueOnceTheHorizonHasPassed() {
        assertThat(pending.isDue(100)).isFalse();
        add(5);

        assertThat(pending.isDue(7)).isFalse();
        assertThat(pending.isDue(8)).isTrue();
    }

    @Test
    void refusesARowOutOfTurnAndOneTooMany() {
        add(5);
        assertThatThrownBy(() -> pending.add(7, 0, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("row must be number 6 of at most 3, was 7");
        add(6);
        add(7);
        assertThatThrownBy(() -> pending.add(8, 0, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rowsAreWrittenWithoutThoseBeforeThem() {
        for (long number = 5; number < 8; number++) {
            add(number);
        }
        StateOutput bounds = new StateOutput();
        StateOutput older = new StateOutput();
        StateOutput newer = new StateOutput();
        pending.saveBounds(bounds);
        pending.saveRows(5, 7, older);
        pending.saveRows(7, 8, newer);

        PendingLabels restored = new PendingLabels(HORIZON, 2, 3, 2);
        restored.restoreBounds(new StateInput(bounds.toByteArray()));
        restored.restoreRows(5, 7, new StateInput(older.toByteArray()));
        restored.restoreRows(7, 8, new StateInput(newer.toByteArray()));

        // int64 open time, double close, 2 features, 2 forecasts of 3 doubles and an int32
        assertThat(newer.size()).isEqualTo(8 + 8 + 2 * 8 + 2 * (3 * 8 + 4));
        for (long number = 5; number < 8; number++) {
            assertFirst(restored, number);
            restored.removeFirst();
        }
        assertThat(restored.first()).isEqualTo(restored.next());
    }

    @Test
    void aClassThatThereIsNotIsRefused() {
        add(5);
        pending.putForecast(1, new double[3], 3);
        StateOutput rows = new StateOutput();
        pending.saveRows(5, 6, rows);

        assertThatThrownBy(() -> pending.restoreRows(5, 6, new StateInput(rows.toByteArray())))
                .isInstanceOf(StateFormatException.class);
    }

    private void add(long number) {
        double[] features = pending.add(number, LATEST_TIME_MS - number, number + 0.5);
        features[0] = -number;
        features[1] = 1.0 / number;
        pending.putForecast(0, new double[] {number, 0.25, 0.75}, (int) (number % 3));
        pending.putForecast(1, new double[] {0.5, number, 0.125}, (int) (number + 1) % 3);
    }

    private static void assertFirst(PendingLabels pending, long number) {
        double[] probabilities = new double[3];
        assertThat(pending.first()).isEqualTo(number);
        assertThat(pending.firstOpenTimeMs()).isEqualTo(LATEST_TIME_MS - number);
        assertThat(pending.firstClose()).isEqualTo(number + 0.5);
        assertThat(pending.firstFeatures()).containsExactly((double) -number, 1.0 / number);
        assertThat(pending.firstForecast(0, probabilities)).isEqualTo((int) (number % 3));
        assertThat(probabilities).containsExactly((double) number, 0.25, 0.75);
        assertThat(pending.firstForecast(1, probabilities)).isEqualTo((int) (number + 1) % 3);
        assertThat(probabilities).containsExactly(0.5, (double) number, 0.125);
    }
}

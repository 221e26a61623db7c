package io.candlestream.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import org.junit.jupiter.api.Test;

final class PendingLabelsTest {

    private static final int HORIZON = 3;
    private static final long LATEST_TIME_MS = 253_402_300_799_999L;

    private final PendingLabels pending = new PendingLabels(HORIZON, 2, 1, 3);

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
        assertThatThrownBy(() -> pending.add(7, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("row must be number 6 of at most 3, was 7");
        add(6);
        add(7);
        assertThatThrownBy(() -> pending.add(8, 0)).isInstanceOf(IllegalStateException.class);
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

        PendingLabels restored = new PendingLabels(HORIZON, 2, 1, 3);
        restored.restoreBounds(new StateInput(bounds.toByteArray()));
        restored.restoreRows(5, 7, new StateInput(older.toByteArray()));
        restored.restoreRows(7, 8, new StateInput(newer.toByteArray()));

        // open time, 1 number of the label, 3 of the forecasters, 2 features
        assertThat(newer.size()).isEqualTo(8 * (1 + 1 + 3 + 2));
        for (long number = 5; number < 8; number++) {
            assertFirst(restored, number);
            restored.removeFirst();
        }
        assertThat(restored.first()).isEqualTo(restored.next());
    }

    @Test
    void thePathIsWhatTheWaitingRowsKeptFromTheOldestOn() {
        for (long number = 5; number < 10; number++) {
            if (pending.isDue(number)) {
                pending.removeFirst();
            }
            add(number);
            assertThat(pending.length()).isEqualTo((int) Math.min(number - 4, HORIZON));
            for (int row = 0; row < pending.length(); row++) {
                assertThat(pending.at(row, 0)).isEqualTo(pending.first() + row + 0.5);
            }
        }
    }

    private void add(long number) {
        double[] features = pending.add(number, LATEST_TIME_MS - number);
        features[0] = -number;
        features[1] = 1.0 / number;
        pending.numbers()[pending.newestContext()] = number + 0.5;
        for (int i = 0; i < 3; i++) {
            pending.numbers()[pending.newestForecasts() + i] = 10 * number + i;
        }
    }

    private static void assertFirst(PendingLabels pending, long number) {
        assertThat(pending.first()).isEqualTo(number);
        assertThat(pending.firstOpenTimeMs()).isEqualTo(LATEST_TIME_MS - number);
        assertThat(pending.at(0, 0)).isEqualTo(number + 0.5);
        assertThat(pending.firstFeatures()).containsExactly((double) -number, 1.0 / number);
        assertThat(pending.forecasts(number)).isEqualTo(pending.firstForecasts());
        for (int i = 0; i < 3; i++) {
            assertThat(pending.numbers()[pending.firstForecasts() + i])
                    .isEqualTo((double) (10 * number + i));
        }
    }
}

package io.candlestream.indicator;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import org.junit.jupiter.api.Test;

final class RingTest {

    @Test
    void countsAgesFromTheNewest() {
        Ring ring = after(3, 10, 20);

        assertThat(ring.size()).isEqualTo(2);
        assertThat(ring.get(0)).isEqualTo(20);
        assertThat(ring.get(1)).isEqualTo(10);
    }

    @Test
    void forgetsTheOldestWhenFull() {
        Ring ring = after(3, 10, 20, 30, 40);

        assertThat(ring.size()).isEqualTo(3);
        assertThat(ring.get(0)).isEqualTo(40);
        assertThat(ring.get(2)).isEqualTo(20);
    }

    @Test
    void refusesAnAgeItDoesNotHold() {
        Ring ring = after(3, 10);

        assertThatThrownBy(() -> ring.get(1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("age must be at least 0 and below 1, was 1");
        assertThatThrownBy(() -> ring.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesACapacityOutOfRange() {
        assertThatThrownBy(() -> new Ring(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("capacity must be from 1 to 100000, was 0");
        assertThatThrownBy(() -> new Ring(100_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void continuesWhereItWasSaved() {
        Ring restored = new Ring(3);

        restored.restore(new StateInput(saved(after(3, 10, 20, 30, 40))));
        restored.push(50);

        assertThat(restored.get(0)).isEqualTo(50);
        assertThat(restored.get(1)).isEqualTo(40);
        assertThat(restored.get(2)).isEqualTo(30);
    }

    @Test
    void refusesTheStateOfALargerRing() {
        byte[] larger = saved(after(4, 1, 2, 3, 4));

        assertThatThrownBy(() -> new Ring(3).restore(new StateInput(larger)))
                .isInstanceOf(StateFormatException.class)
                .hasMessage("a count must be from 0 to 3, was 4");
    }

    private static Ring after(int capacity, double... values) {
        Ring ring = new Ring(capacity);
        for (double value : values) {
            ring.push(value);
        }
        return ring;
    }
}

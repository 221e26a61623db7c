package io.candlestream.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.seed.Seeded;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ExtremeTest {

    private final Quote source = new Quote();
    private final History history = new History(source);

    @Test
    void isTheNewestOfEqualExtremes() {
        Extreme highest = Extreme.highest(history, 4);
        Extreme lowest = Extreme.lowest(history, 4);

        for (double value : new double[] {9, 7, 2, 7, 2}) {
            source.set(value);
            history.update();
            highest.update();
            lowest.update();
        }

        assertThat(highest.value()).isEqualTo(7);
        assertThat(highest.age()).isEqualTo(1);
        assertThat(lowest.value()).isEqualTo(2);
        assertThat(lowest.age()).isZero();
    }

    @Seeded(runs = 50)
    void equalsItsRecomputation(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int period = 1 + random.nextInt(30);
        Extreme highest = Extreme.highest(history, period);
        Extreme lowest = Extreme.lowest(history, period);

        for (int i = 0; i < 500; i++) {
            source.set(random.nextInt(20) - 10);
            history.update();
            highest.update();
            lowest.update();
            if (highest.ready()) {
                assertExtreme(highest, period, 1);
                assertExtreme(lowest, period, -1);
            }
        }
    }

    private void assertExtreme(Extreme extreme, int period, int sign) {
        Ring ring = history.ring(period);
        int newest = 0;
        for (int age = 1; age < period; age++) {
            if (sign * ring.get(age) > sign * ring.get(newest)) {
                newest = age;
            }
        }
        assertThat(extreme.age()).isEqualTo(newest);
        assertThat(extreme.value()).isEqualTo(ring.get(newest));
    }
}

package io.candlestream.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.seed.Seeded;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// [RollingSum] and [WeightedAverage], the windows that nothing is subtracted from.
final class TwoBlockWindowTest {

    private static final double NANO = 1e-9;

    private final Quote source = new Quote();
    private final History history = new History(source);

    @Test
    void sumsItsLastValues() {
        RollingSum sum = new RollingSum(history, 3);

        push(sum, 1, 2, 4);
        assertThat(sum.value()).isEqualTo(7);

        push(sum, 8);
        assertThat(sum.value()).isEqualTo(14);
    }

    @Test
    void weighsTheNewestValueMost() {
        WeightedAverage average = new WeightedAverage(history, 3);

        push(average, 99, 1, 2, 6);

        assertThat(average.value()).isCloseTo((1 * 1 + 2 * 2 + 3 * 6) / 6.0, within(1e-15));
    }

    @Test
    void averageOfValuesThatDoNotMoveIsTheirValueToTheBit() {
        WeightedAverage average = new WeightedAverage(history, 20);

        push(average, 1e30, -3);
        for (int i = 0; i < 57; i++) {
            push(average, 0.1);
        }

        assertThat(average.value()).isEqualTo(0.1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20, 997, 10_000})
    void equalTheirRecomputationAfterMillions(int period) {
        SplittableRandom random = new SplittableRandom(8);
        RollingSum sum = new RollingSum(history, period);
        WeightedAverage average = new WeightedAverage(history, period);

        for (int i = 0; i < 10_000_000; i++) {
            source.set(1e9 + random.nextDouble());
            history.update();
            sum.update();
            average.update();
        }

        assertEqualRecomputation(sum, average, period);
    }

    @Seeded(runs = 50)
    void rememberNothingOfAValueThatHasLeft(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RollingSum sum = new RollingSum(history, 20);
        WeightedAverage average = new WeightedAverage(history, 20);

        for (int i = 0; i < 400; i++) {
            source.set(random.nextInt(40) == 0 ? 1e30 : 1e-3 * random.nextDouble());
            history.update();
            sum.update();
            average.update();
            if (sum.ready()) {
                assertEqualRecomputation(sum, average, 20);
            }
        }
    }

    @Test
    void refuseAPeriodOutOfRange() {
        assertThatThrownBy(() -> new RollingSum(history, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period must be from 1 to 10000, was 0");
    }

    private void push(Node window, double... values) {
        for (double value : values) {
            source.set(value);
            history.update();
            window.update();
        }
    }

    private void assertEqualRecomputation(RollingSum sum, WeightedAverage average, int period) {
        Ring ring = history.ring(period);
        double plain = 0;
        double weighted = 0;
        for (int age = 0; age < period; age++) {
            plain += ring.get(age);
            weighted += ring.get(age) * (period - age) / (period * (period + 1.0) / 2);
        }
        assertThat(sum.value()).isCloseTo(plain, within(NANO * plain));
        assertThat(average.value()).isCloseTo(weighted, within(NANO * weighted));
    }
}

package io.candlestream.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MomentsTest {

    private static final double NANO_PERCENT = 1e-9 * 100;

    private final Quote source = new Quote();
    private final History history = new History(source);

    @ParameterizedTest
    @CsvSource({"2,1e9", "20,0", "20,1e9", "20,-1e9", "997,1e9", "10000,1e9"})
    void equalTheirRecomputationAfterMillions(int period, double offset) {
        Moments moments = new Moments(history, period);
        SplittableRandom random = new SplittableRandom(7);

        for (int i = 0; i < 10_000_000; i++) {
            push(moments, offset + random.nextDouble());
        }

        Ring ring = history.ring(period);
        double mean = 0;
        for (int age = 0; age < period; age++) {
            mean += (ring.get(age) - offset) / period;
        }
        double variance = 0;
        for (int age = 0; age < period; age++) {
            double distance = ring.get(age) - offset - mean;
            variance += distance * distance / period;
        }
        assertThat(moments.value()).isCloseTo(offset + mean, withinPercentage(NANO_PERCENT));
        assertThat(moments.variance()).isCloseTo(variance, withinPercentage(NANO_PERCENT));
    }

    @Test
    void areExactWhenNothingMoves() {
        Moments moments = new Moments(history, 20);

        for (int i = 0; i < 57; i++) {
            push(moments, i < 3 ? 1e30 : 0.1);
        }

        assertThat(moments.value()).isEqualTo(0.1);
        assertThat(moments.deviation()).isZero();
        assertThat(moments.zScore()).isZero();
    }

    private void push(Moments moments, double value) {
        source.set(value);
        history.update();
        moments.update();
    }
}

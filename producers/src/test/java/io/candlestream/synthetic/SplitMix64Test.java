package io.candlestream.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.seed.Seeded;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SplitMix64Test {

    @Seeded(runs = 20)
    void givesTheNumbersOfTheJdksGenerator(long seed) {
        var ours = new SplitMix64(seed);
        var oracle = new SplittableRandom(seed);

        for (int i = 0; i < 1_000; i++) {
            assertThat(ours.nextLong()).isEqualTo(oracle.nextLong());
        }
    }

    @Test
    void normalNumbersHaveMeanZeroAndVarianceOne() {
        var random = new SplitMix64(1);
        int count = 1_000_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double value = random.nextNormal();
            sum += value;
            squares += value * value;
        }

        // Five standard errors: 1 / sqrt(n) of the mean, sqrt(2 / n) of the variance.
        assertThat(sum / count).isCloseTo(0, within(0.005));
        assertThat(squares / count).isCloseTo(1, within(0.0071));
    }
}

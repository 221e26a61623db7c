package io.candlestream.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.candlestream.candle.Candle;
import io.candlestream.seed.Seeded;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RollingMomentsTest implements IndicatorContract {

    private static final double NANO_PERCENT = 1e-9 * 100;

    @Override
    public Subject subject() {
        Ring closes = new Ring(25);
        RollingMoments moments = new RollingMoments(closes, 20);
        return Subject.of(
                moments,
                List.of(closes),
                candle -> {
                    closes.push(candle.close());
                    moments.update();
                },
                moments::mean,
                moments::variance,
                moments::deviation,
                moments::zScore);
    }

    @Override
    public double[] recomputed(List<Candle> candles) {
        double[] closes = Batch.last(Batch.of(candles, Candle::close), 20);
        double variance = Batch.variance(closes);
        return new double[] {
            Batch.mean(closes), variance, Math.sqrt(variance), Batch.zScore(closes)
        };
    }

    @Test
    void areThoseOfThePopulation() {
        Ring ring = new Ring(4);
        RollingMoments moments = new RollingMoments(ring, 4);

        push(ring, moments, 99, 1, 3, 5, 7);

        assertThat(moments.mean()).isEqualTo(4);
        assertThat(moments.variance()).isEqualTo((9 + 1 + 1 + 9) / 4.0);
        assertThat(moments.zScore()).isEqualTo(3 / Math.sqrt(5));
    }

    @Nested
    class WhenNothingMoves {

        @Test
        void haveNoVarianceAtAllAndNoScore() {
            Ring ring = new Ring(20);
            RollingMoments moments = new RollingMoments(ring, 20);

            push(ring, moments, 1e30, -3);
            for (int i = 0; i < 57; i++) {
                push(ring, moments, 0.1);
            }

            assertThat(moments.mean()).isEqualTo(0.1);
            assertThat(moments.variance()).isZero();
            assertThat(moments.zScore()).isZero();
        }
    }

    @Nested
    class AfterMillions {

        @ParameterizedTest
        @ValueSource(doubles = {0, 1e9, -1e9})
        void equalTheirRecomputation(double offset) {
            SplittableRandom random = new SplittableRandom(7);
            Ring ring = new Ring(20);
            RollingMoments moments = new RollingMoments(ring, 20);

            for (int i = 0; i < 10_000_000; i++) {
                push(ring, moments, offset + random.nextDouble());
            }

            assertEqualsRecomputation(ring, moments, 20);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 50, 997, 10_000})
        void equalTheirRecomputationForEveryPeriod(int period) {
            SplittableRandom random = new SplittableRandom(8);
            Ring ring = new Ring(period);
            RollingMoments moments = new RollingMoments(ring, period);

            for (int i = 0; i < 500_123; i++) {
                push(ring, moments, 1e9 + random.nextDouble());
            }

            assertEqualsRecomputation(ring, moments, period);
        }
    }

    @Seeded(runs = 50)
    void rememberNothingOfAValueThatHasLeft(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Ring ring = new Ring(20);
        RollingMoments moments = new RollingMoments(ring, 20);

        for (int i = 0; i < 400; i++) {
            push(ring, moments, random.nextInt(40) == 0 ? 1e30 : 1e-3 * random.nextDouble());
            if (moments.ready()) {
                assertEqualsRecomputation(ring, moments, 20);
            }
        }
    }

    @Test
    void refuseARingThatIsTooSmallOrHasSeenNumbers() {
        Ring used = new Ring(20);
        used.push(1);

        assertThatThrownBy(() -> new RollingMoments(new Ring(19), 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a window of 20 needs an empty ring as large, was one of 19 that holds 0");
        assertThatThrownBy(() -> new RollingMoments(used, 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a window of 20 needs an empty ring as large, was one of 20 that holds 1");
    }

    private static void push(Ring ring, RollingMoments moments, double... values) {
        for (double value : values) {
            ring.push(value);
            moments.update();
        }
    }

    private static void assertEqualsRecomputation(Ring ring, RollingMoments moments, int period) {
        double[] window = new double[period];
        for (int age = 0; age < period; age++) {
            window[age] = ring.get(age) - ring.get(0);
        }
        double mean = ring.get(0) + Batch.mean(window);
        double spread = Math.max(Math.abs(ring.get(0)), Math.abs(mean));
        assertThat(moments.mean()).isCloseTo(mean, within(1e-9 * spread));
        assertThat(moments.variance())
                .isCloseTo(Batch.variance(window), withinPercentage(NANO_PERCENT));
    }
}

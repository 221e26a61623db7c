package io.candlestream.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.candlestream.seed.Seeded;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// That windows over a history do not drift, and remember nothing of what has left them.
final class WindowsTest {

    private static final double NANO_PERCENT = 1e-9 * 100;

    private final Quote x = new Quote();
    private final Quote y = new Quote();
    private final History xs = new History(x);
    private final History ys = new History(y);

    @Nested
    class AfterMillions {

        @ParameterizedTest
        @ValueSource(doubles = {0, 1e9, -1e9})
        void equalTheirRecomputation(double offset) {
            Windows windows = new Windows(20);
            SplittableRandom random = new SplittableRandom(7);

            for (int i = 0; i < 10_000_000; i++) {
                windows.push(offset + random.nextDouble(), random.nextDouble());
            }

            windows.assertEqualRecomputation();
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 3, 50, 997, 10_000})
        void equalTheirRecomputationForEveryPeriod(int period) {
            Windows windows = new Windows(period);
            SplittableRandom random = new SplittableRandom(8);

            for (int i = 0; i < 100_123; i++) {
                windows.push(1e9 + random.nextDouble(), random.nextDouble());
            }

            windows.assertEqualRecomputation();
        }

        @Test
        void sumsHaveNotLostTheirLastDigits() {
            CumulativeSum sum = new CumulativeSum(x);

            x.set(1e9);
            sum.update();
            x.set(0.1);
            for (int i = 0; i < 10_000_000; i++) {
                sum.update();
            }

            assertThat(sum.value()).isCloseTo(1e9 + 1e6, within(1e-7));
        }
    }

    @Seeded(runs = 50)
    void rememberNothingOfAValueThatHasLeft(long seed) {
        Windows windows = new Windows(20);
        SplittableRandom random = new SplittableRandom(seed);

        for (int i = 0; i < 400; i++) {
            boolean jumps = i % 100 == 7;
            windows.push(jumps ? 1e30 : 1e-3 * random.nextDouble(), random.nextDouble());
            if (i % 100 > 50) {
                windows.assertEqualRecomputation();
            }
        }
    }

    @Seeded(runs = 50)
    void sortsWhateverComes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int period = random.nextInt(2, 12);
        SortedWindow window = new SortedWindow(xs, period);
        double[] all = new double[300];

        for (int i = 0; i < all.length; i++) {
            all[i] = random.nextBoolean() ? random.nextInt(4) - 2 : -0.0;
            x.set(all[i]);
            xs.update();
            window.update();
            if (i + 1 >= period) {
                double[] last = Batch.last(Arrays.copyOf(all, i + 1), period);
                Arrays.sort(last);
                double median = (last[(period - 1) / 2] + last[period / 2]) / 2;
                double[] distances =
                        Arrays.stream(last).map(v -> Math.abs(v - median)).sorted().toArray();
                assertThat(window.value()).isEqualTo(median, within(0.0));
                assertThat(window.medianDeviation())
                        .isEqualTo((distances[(period - 1) / 2] + distances[period / 2]) / 2);
            }
        }
    }

    /// Every window that is kept in two blocks, of one length, over the same histories.
    private final class Windows {

        private final int period;
        private final Covariance covariance;
        private final LinearRegression line;
        private final HigherMoments moments;

        Windows(int period) {
            this.period = period;
            covariance = new Covariance(xs, ys, period);
            line = new LinearRegression(xs, period);
            moments = new HigherMoments(xs, period);
        }

        void push(double nextX, double nextY) {
            x.set(nextX);
            y.set(nextY);
            xs.update();
            ys.update();
            covariance.update();
            line.update();
            moments.update();
        }

        void assertEqualRecomputation() {
            double[] a = window(xs);
            double[] b = window(ys);
            double[] times = new double[period];
            Arrays.setAll(times, i -> i);
            double spread = Math.sqrt(Batch.variance(a));
            double noise = 1e-9 * spread * Math.sqrt(Batch.variance(b));

            assertThat(covariance.value()).isCloseTo(covariance(a, b), within(noise));
            assertThat(covariance.correlation())
                    .isCloseTo(
                            covariance(a, b) / spread / Math.sqrt(Batch.variance(b)), within(1e-9));
            double slope = covariance(a, times) / Batch.variance(times);
            assertThat(line.slope()).isCloseTo(slope, within(1e-9 * spread));
            double end = Batch.mean(a) + slope * (period - 1) / 2;
            assertThat(line.value() - xs.value())
                    .isCloseTo(end, within(1e-9 * spread + Math.ulp(xs.value())));
            assertThat(moments.value())
                    .isCloseTo(power(a, 3) / Math.pow(power(a, 2), 1.5), within(1e-9));
            assertThat(moments.kurtosis() + 3)
                    .isCloseTo(
                            power(a, 4) / Math.pow(power(a, 2), 2), withinPercentage(NANO_PERCENT));
        }

        /// Oldest first, less the newest.
        private double[] window(History history) {
            Ring ring = history.ring(period);
            double[] window = new double[period];
            Arrays.setAll(window, i -> ring.get(period - 1 - i) - ring.get(0));
            return window;
        }

        private double covariance(double[] a, double[] b) {
            double meanA = Batch.mean(a);
            double meanB = Batch.mean(b);
            double products = 0;
            for (int i = 0; i < period; i++) {
                products += (a[i] - meanA) * (b[i] - meanB);
            }
            return products / period;
        }

        private double power(double[] a, int power) {
            double mean = Batch.mean(a);
            return Arrays.stream(a).map(v -> Math.pow(v - mean, power)).average().orElseThrow();
        }
    }
}

package io.candlestream.feature;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.golden.GoldenTable;
import io.candlestream.seed.Seeded;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class StandardScalerTest {

    @Test
    void meansAndVariancesAreThoseOfTheGoldenFile() {
        double[][] stream = columns(GoldenTable.read("learners/stream.csv"), "x");
        GoldenTable expected = GoldenTable.read("learners/standard-scaler.csv");
        double[][] means = columns(expected, "mean");
        double[][] variances = columns(expected, "var");
        StandardScaler scaler = new StandardScaler(8, 10);
        double[] row = new double[8];

        for (int step = 0; step < means[0].length; step++) {
            for (int i = 0; i < 8; i++) {
                row[i] = stream[i][step];
            }
            scaler.update(row);
            for (int i = 0; i < 8; i++) {
                assertRelative(scaler.mean(i), means[i][step]);
                assertRelative(scaler.variance(i), variances[i][step]);
            }
        }

        assertThat(scaler.count()).isEqualTo(400);
    }

    @Test
    void scalesToDeviationsFromTheMean() {
        StandardScaler scaler = scalerAfter(1, 3, 5, 7);

        assertThat(scaled(scaler, 7)).isEqualTo(3 / Math.sqrt(5));
        assertThat(scaled(scaler, 4)).isZero();
    }

    @Test
    void cutsAtTheClipOnEitherSide() {
        StandardScaler scaler = scalerAfter(1, 3, 5, 7);

        assertThat(scaled(scaler, 1e9)).isEqualTo(4);
        assertThat(scaled(scaler, -1e9)).isEqualTo(-4);
    }

    @Test
    void mayScaleInPlace() {
        double[] row = {7};

        scalerAfter(1, 3, 5, 7).transform(row, row);

        assertThat(row[0]).isEqualTo(3 / Math.sqrt(5));
    }

    @Seeded(runs = 50)
    void learningAndScalingInOnePassChangesNoBit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StandardScaler twoPasses = new StandardScaler(5, 2);
        StandardScaler onePass = new StandardScaler(5, 2);
        double[] expected = new double[5];
        double[] actual = new double[5];

        for (int i = 0; i < 200; i++) {
            double[] row = {
                3, i < 9 ? 1 : 2, random.nextDouble(), random.nextGaussian(), 1e-200 * i
            };
            twoPasses.update(row);
            twoPasses.transform(row, expected);
            onePass.updateAndTransform(row, actual);

            assertThat(actual).containsExactly(expected);
            assertThat(saved(onePass)).isEqualTo(saved(twoPasses));
        }
    }

    @Nested
    class WithoutVariance {

        @Test
        void isZeroForAnotherValueToo() {
            assertThat(scaled(scalerAfter(5, 5), 6)).isZero();
            assertThat(scaled(scalerAfter(5, 5), 4)).isZero();
        }

        @Test
        void isZeroBeforeTheFirstVector() {
            assertThat(scaled(new StandardScaler(1, 4), 7)).isZero();
        }

        @Test
        void isZeroWhileAFeatureHasOnlyOneValue() {
            StandardScaler scaler = scalerAfter(0.1, 0.1, 0.1);

            assertThat(scaler.variance(0)).isZero();
            assertThat(scaled(scaler, 0.1)).isZero();
        }
    }

    @Test
    void staysFiniteForTheLargestFeatures() {
        StandardScaler scaler = new StandardScaler(1, 4);
        SplittableRandom random = new SplittableRandom(1);

        for (int i = 0; i < 10_000; i++) {
            double magnitude = StrictMath.pow(10, 200 * random.nextDouble() - 100);
            double value = random.nextBoolean() ? magnitude : -magnitude;
            scaler.update(new double[] {value});
            assertThat(scaled(scaler, value)).isBetween(-4.0, 4.0);
        }
    }

    @Test
    void continuesWhereItWasSaved() {
        StandardScaler unbroken = scalerAfter(1, 3, 5);
        StandardScaler restored = new StandardScaler(1, 4);

        restored.restore(new StateInput(saved(unbroken)));
        unbroken.update(new double[] {9});
        restored.update(new double[] {9});

        assertThat(restored.count()).isEqualTo(4);
        assertThat(saved(restored)).isEqualTo(saved(unbroken));
        assertThat(scaled(restored, 2)).isEqualTo(scaled(unbroken, 2));
    }

    @Test
    void refusesANegativeCount() {
        StateOutput out = new StateOutput();
        out.putLong(-1);
        out.putDoubles(new double[2]);

        assertThatThrownBy(
                        () -> new StandardScaler(1, 4).restore(new StateInput(out.toByteArray())))
                .isInstanceOf(StateFormatException.class)
                .hasMessage("a counter must be at least 0, was -1");
    }

    @Test
    void refusesWhatItCannotScale() {
        assertThatThrownBy(() -> new StandardScaler(0, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature count must be at least 1, was 0");
        assertThatThrownBy(() -> new StandardScaler(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clip must be finite and above 0, was 0.0");
        assertThatThrownBy(() -> new StandardScaler(2, 4).update(new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the vector must hold 2 features, held 3");
    }

    private static double[][] columns(GoldenTable table, String prefix) {
        return IntStream.range(0, 8)
                .mapToObj(i -> table.column(prefix + i))
                .toArray(double[][]::new);
    }

    private static StandardScaler scalerAfter(double... values) {
        StandardScaler scaler = new StandardScaler(1, 4);
        for (double value : values) {
            scaler.update(new double[] {value});
        }
        return scaler;
    }

    private static double scaled(StandardScaler scaler, double value) {
        double[] scaled = new double[1];
        scaler.transform(new double[] {value}, scaled);
        return scaled[0];
    }

    private static void assertRelative(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }
}

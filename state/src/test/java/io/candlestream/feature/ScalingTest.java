package io.candlestream.feature;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What every scaling promises, and for each of them a plain recomputation over all vectors.
final class ScalingTest {

    private static final double CLIP = 3;
    private static final int FEATURES = 4;

    /// A scaling, and what it makes of the newest of some numbers.
    record Case(String text, Oracle oracle) {

        Scaler scaler() {
            return Scaling.parse(text, CLIP).create(FEATURES);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    interface Oracle {

        double scaled(double[] past);
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("standard", past -> standard(past, Double.POSITIVE_INFINITY)),
                new Case("standard(fading=30)", past -> standard(past, 30)),
                new Case("standard(fading=5,clip=2)", past -> clipped(standard(past, 5), 2)),
                new Case("minmax(50)", past -> minmax(last(past, 50))),
                new Case("minmax(2)", past -> minmax(last(past, 2))),
                new Case("rank(50)", past -> rank(last(past, 50))),
                new Case("rank(2)", past -> rank(last(past, 2))),
                new Case("robust(50)", past -> robust(last(past, 50))),
                new Case("robust(49)", past -> robust(last(past, 49))),
                new Case("robust(2)", past -> robust(last(past, 2))),
                new Case("none", past -> past[past.length - 1]));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isThePlainRecomputation(Case one) {
        for (long seed = 1; seed <= 5; seed++) {
            double[][] vectors = vectors(seed, 400);
            Scaler scaler = one.scaler();
            double[] scaled = new double[FEATURES];
            for (int i = 0; i < vectors.length; i++) {
                scaler.updateAndTransform(vectors[i], scaled);
                for (int feature = 0; feature < FEATURES; feature++) {
                    double[] past = new double[i + 1];
                    for (int j = 0; j <= i; j++) {
                        past[j] = vectors[j][feature];
                    }
                    assertThat(scaled[feature])
                            .as("seed %s, vector %s, feature %s", seed, i, feature)
                            .isCloseTo(one.oracle().scaled(past), within(1e-8));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void restoredAtAnyPrefixItContinuesAsIfNeverStopped(Case one) {
        double[][] vectors = vectors(6, 160);
        Scaler unbroken = one.scaler();
        double[] expected = new double[FEATURES];
        double[] actual = new double[FEATURES];
        for (int stop = 0; stop < vectors.length; stop++) {
            Scaler restored = used(one);
            StateInput in = new StateInput(saved(unbroken));
            restored.restore(in);
            in.expectEnd();
            assertThat(saved(restored)).isEqualTo(saved(unbroken));
            Scaler whole = one.scaler();
            whole.restore(new StateInput(saved(unbroken)));

            for (int i = stop; i < Math.min(stop + 60, vectors.length); i++) {
                restored.updateAndTransform(vectors[i], actual);
                whole.updateAndTransform(vectors[i], expected);
                assertThat(actual).as("stopped after %s", stop).isEqualTo(expected);
            }
            unbroken.updateAndTransform(vectors[stop], expected);
            Scaler next = one.scaler();
            for (int i = 0; i <= stop; i++) {
                next.updateAndTransform(vectors[i], actual);
            }
            assertThat(actual).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isFiniteAndWithinItsRangeForAnyNumbers(Case one) {
        SplittableRandom random = new SplittableRandom(7);
        Scaler scaler = one.scaler();
        double[] raw = new double[FEATURES];
        double[] scaled = new double[FEATURES];
        for (int i = 0; i < 3_000; i++) {
            for (int feature = 0; feature < FEATURES; feature++) {
                double magnitude = StrictMath.pow(10, 400 * random.nextDouble() - 300);
                raw[feature] =
                        switch (random.nextInt(6)) {
                            case 0 -> 0.0;
                            case 1 -> -0.0;
                            case 2 -> raw[feature];
                            case 3 -> feature;
                            default -> random.nextBoolean() ? magnitude : -magnitude;
                        };
            }
            scaler.updateAndTransform(raw, scaled);
            for (double number : scaled) {
                assertThat(number).isFinite();
                if (!one.text().equals("none")) {
                    assertThat(Math.abs(number)).isLessThanOrEqualTo(CLIP);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isOfConstantSize(Case one) {
        Scaler scaler = one.scaler();
        int size = saved(scaler).length;
        double[] scaled = new double[FEATURES];

        for (double[] vector : vectors(8, 200)) {
            scaler.updateAndTransform(vector, scaled);
            assertThat(saved(scaler)).hasSize(size);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void allocatesNothing(Case one) {
        Scaler scaler = one.scaler();
        double[] scaled = new double[FEATURES];
        double[][] vectors = vectors(9, 3_000);

        assertThat(
                        Allocation.least(() -> {
                            for (int i = 0; i < vectors.length; i++) {
                                scaler.updateAndTransform(vectors[i], scaled);
                            }
                        }))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesTheVectorAloneUnlessItIsToBeReplaced(Case one) {
        Scaler apart = one.scaler();
        Scaler inPlace = one.scaler();
        double[] scaled = new double[FEATURES];
        for (double[] vector : vectors(10, 200)) {
            double[] before = vector.clone();
            double[] replaced = vector.clone();

            apart.updateAndTransform(vector, scaled);
            inPlace.updateAndTransform(replaced, replaced);

            assertThat(vector).isEqualTo(before);
            assertThat(replaced).isEqualTo(scaled);
        }
    }

    @Nested
    class Expressions {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "standard|standard(0,3)",
                    " standard( clip = 4.0 ) |standard(0,4)",
                    "standard(fading=500)|standard(500,3)",
                    "minmax|minmax(500)",
                    "minmax(300)|minmax(300)",
                    "rank(period=20)|rank(20)",
                    "robust(500,clip=2.5)|robust(500,2.5)",
                    "none|none"
                })
        void haveOneCanonicalText(String text, String canonical) {
            Scaling scaling = Scaling.parse(text, CLIP);

            assertThat(scaling.expression()).isEqualTo(canonical);
            assertThat(Scaling.parse(canonical, 7)).isEqualTo(scaling);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "minimax(5)|column 1: a scaling must be one of standard, minmax, rank, robust, none, was minimax",
                    "5|column 1: a scaling must be a name with parameters, was 5",
                    "rank(5).x|column 1: a scaling must be a name with parameters, was rank(5).x",
                    "rank(1)|column 6: rank takes a period from 2 to 10000, was 1",
                    "rank(5,clip=3)|column 8: rank takes (period), was given clip=3",
                    "none(3)|column 6: none takes no arguments, was given 1",
                    "standard(fading=-1)|column 17: standard takes a fading from 0 to 1000000000, was -1",
                    "robust(clip=0)|column 13: robust takes a clip from 0.1 to 1000000, was 0",
                    "minmax(5|column 9: \",\" or the \")\" of column 7 must stand here, was the end"
                })
        void thatMeanNothingAreRefusedWithTheirPlace(String text, String message) {
            assertThatThrownBy(() -> Scaling.parse(text, CLIP))
                    .isInstanceOf(ExpressionException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void standardIsTheScalerThatThereAlwaysWas() {
        Scaler chosen = Scaling.parse("standard", CLIP).create(FEATURES);
        StandardScaler before = new StandardScaler(FEATURES, CLIP);
        double[] actual = new double[FEATURES];
        double[] expected = new double[FEATURES];

        for (double[] vector : vectors(11, 1_000)) {
            chosen.updateAndTransform(vector, actual);
            before.update(vector);
            before.transform(vector, expected);
            assertThat(actual).isEqualTo(expected);
        }
        assertThat(saved(chosen)).isEqualTo(saved(before));
    }

    @Test
    void anythingOffAMedianThatMostAreAtIsAtTheClip() {
        Scaler robust = Scaling.parse("robust(5)", CLIP).create(1);
        double[] scaled = new double[1];
        for (double number : List.of(1.0, 1.0, 1.0, 1.0)) {
            robust.updateAndTransform(new double[] {number}, scaled);
            assertThat(scaled[0]).isZero();
        }

        robust.updateAndTransform(new double[] {0.9}, scaled);

        assertThat(scaled[0]).isEqualTo(-CLIP);
    }

    private static Scaler used(Case one) {
        Scaler scaler = one.scaler();
        double[] scaled = new double[FEATURES];
        for (double[] vector : vectors(12, 70)) {
            scaler.updateAndTransform(vector, scaled);
        }
        return scaler;
    }

    /// A normal number, one with ties, one that jumps, and one that never changes.
    private static double[][] vectors(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] vectors = new double[count][FEATURES];
        for (double[] vector : vectors) {
            vector[0] = random.nextGaussian();
            vector[1] = random.nextInt(5);
            vector[2] = random.nextInt(20) == 0 ? 1_000 * random.nextGaussian() : 5;
            vector[3] = 0.1;
        }
        return vectors;
    }

    private static double standard(double[] past, double halfLife) {
        double weights = 0;
        double sum = 0;
        for (int i = 0; i < past.length; i++) {
            double weight = StrictMath.pow(2, -(past.length - 1 - i) / halfLife);
            weights += weight;
            sum += weight * past[i];
        }
        double mean = sum / weights;
        double squares = 0;
        for (int i = 0; i < past.length; i++) {
            double weight = StrictMath.pow(2, -(past.length - 1 - i) / halfLife);
            squares += weight * (past[i] - mean) * (past[i] - mean);
        }
        boolean hasVaried = Arrays.stream(past).anyMatch(number -> number != past[0]);
        double deviation = Math.sqrt(squares / weights);
        return hasVaried ? clipped((past[past.length - 1] - mean) / deviation, CLIP) : 0;
    }

    private static double minmax(double[] window) {
        double low = Arrays.stream(window).min().orElseThrow();
        double high = Arrays.stream(window).max().orElseThrow();
        return high > low ? (window[window.length - 1] - low) / (high - low) : 0.5;
    }

    private static double rank(double[] window) {
        double newest = window[window.length - 1];
        double below = Arrays.stream(window).filter(number -> number < newest).count();
        double equal = Arrays.stream(window).filter(number -> number == newest).count() - 1.0;
        return window.length == 1 ? 0.5 : (below + equal / 2) / (window.length - 1);
    }

    private static double robust(double[] window) {
        double median = median(window);
        double distance = window[window.length - 1] - median;
        double[] distances =
                Arrays.stream(window).map(number -> Math.abs(number - median)).toArray();
        return distance == 0 ? 0 : clipped(distance / (1.4826 * median(distances)), CLIP);
    }

    private static double median(double[] numbers) {
        double[] sorted = Arrays.stream(numbers).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double[] last(double[] past, int period) {
        return Arrays.copyOfRange(past, Math.max(0, past.length - period), past.length);
    }

    private static double clipped(double score, double clip) {
        return Math.max(-clip, Math.min(clip, score));
    }
}

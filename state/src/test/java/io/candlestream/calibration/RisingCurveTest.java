package io.candlestream.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.seed.Seeded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RisingCurveTest {

    @Test
    void thereAreOnlySoManySharesSideBySide() {
        // 0/1 and 1/1; then 1/2; then 1/3 and 2/3.
        assertThat(RisingCurve.mostShares(1)).isEqualTo(1);
        assertThat(RisingCurve.mostShares(2)).isEqualTo(2);
        assertThat(RisingCurve.mostShares(4)).isEqualTo(3);
        assertThat(RisingCurve.mostShares(10)).isEqualTo(5);
        assertThat(RisingCurve.mostShares(1_000)).isEqualTo(89);
    }

    /// Every share of a denominator up to 16, which are 81 of 847 outcomes, each with a probability
    /// of its own.
    @Test
    void hasRoomForAsManyKnotsAsThereCanBe() {
        double[][] shares = new double[200][];
        int count = 0;
        int outcomes = 0;
        for (int denominator = 1; denominator <= 16; denominator++) {
            for (int hits = 0; hits <= denominator; hits++) {
                double share = (double) hits / denominator;
                if (Arrays.stream(shares, 0, count).noneMatch(s -> s[0] == share)) {
                    shares[count] = new double[] {share, hits, denominator};
                    count++;
                    outcomes += denominator;
                }
            }
        }
        assertThat(count).isEqualTo(RisingCurve.mostShares(outcomes));
        SortedRing ring = new SortedRing(outcomes, RisingCurve.greatestOutcome());
        for (double[] share : Arrays.copyOf(shares, count)) {
            for (int i = 0; i < share[2]; i++) {
                ring.push(RisingCurve.outcome(0.1 + 0.8 * share[0], i < share[1]));
            }
        }
        RisingCurve curve = new RisingCurve(outcomes, 2);

        curve.fit(ring);

        assertThat(curve.knots()).isBetween(30, count);
        assertThat(curve.at(0.5)).isCloseTo(0.5, within(0.02));
    }

    /// The formula of isotonic regression, `max over s <= i of min over t >= i of the share of s to
    /// t`, instead of pooling.
    @Seeded(runs = 50)
    void isTheMaximumOfMinimaSmoothedAndOnceMore(long seed) {
        Random random = new Random(seed);
        int levels = 25;
        double[][] blocks = new double[levels][];
        for (int level = 0; level < levels; level++) {
            blocks[level] = new double[] {0, 0, (level + 1) / 32.0};
        }
        SortedRing ring = new SortedRing(400, RisingCurve.greatestOutcome());
        for (int i = 0; i < 400; i++) {
            double[] block = blocks[random.nextInt(levels)];
            boolean hit = random.nextDouble() < block[2] * block[2];
            block[0] += hit ? 1 : 0;
            block[1]++;
            ring.push(RisingCurve.outcome(block[2], hit));
        }
        RisingCurve curve = new RisingCurve(400, 2);

        curve.fit(ring);

        double[][] smoothed = pooled(blocks);
        for (double[] block : smoothed) {
            block[0] += 0.5;
            block[1]++;
        }
        double[][] knots = pooled(smoothed);
        assertThat(curve.knots()).isEqualTo(knots.length);
        for (double[] knot : knots) {
            assertThat(curve.at(knot[2])).isCloseTo(knot[0] / knot[1], within(1e-12));
        }
        double middle = (knots[0][2] + knots[1][2]) / 2;
        double share = (knots[0][0] / knots[0][1] + knots[1][0] / knots[1][1]) / 2;
        assertThat(curve.at(middle)).isCloseTo(share, within(1e-12));
        assertThat(curve.at(0)).isEqualTo(curve.at(knots[0][2] - 0.001));
        assertThat(curve.at(1)).isCloseTo(curve.at(knots[knots.length - 1][2]), within(1e-12));
    }

    /// @param blocks hits, outcomes and mean probability of each, in the order of the last
    private static double[][] pooled(double[][] blocks) {
        List<double[]> pooled = new ArrayList<>();
        double last = -1;
        for (int i = 0; i < blocks.length; i++) {
            double fitted = fitted(blocks, i);
            if (fitted > last + 1e-12) {
                pooled.add(new double[3]);
            }
            last = fitted;
            double[] into = pooled.getLast();
            double outcomes = into[1] + blocks[i][1];
            into[0] += blocks[i][0];
            into[2] = (into[2] * into[1] + blocks[i][2] * blocks[i][1]) / outcomes;
            into[1] = outcomes;
        }
        return pooled.toArray(double[][]::new);
    }

    private static double fitted(double[][] blocks, int i) {
        double max = 0;
        for (int s = 0; s <= i; s++) {
            double min = 1;
            for (int t = i; t < blocks.length; t++) {
                double hits = 0;
                double outcomes = 0;
                for (int block = s; block <= t; block++) {
                    hits += blocks[block][0];
                    outcomes += blocks[block][1];
                }
                min = Math.min(min, hits / outcomes);
            }
            max = Math.max(max, min);
        }
        return max;
    }
}

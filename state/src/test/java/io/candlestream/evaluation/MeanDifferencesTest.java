package io.candlestream.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.codec.StateInput;
import io.candlestream.golden.GoldenBytes;
import io.candlestream.seed.Seeded;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MeanDifferencesTest {

    private static final double Z95 = 1.959963984540054;

    @Test
    void isTheMeanOverWholeBlocks() {
        MeanDifferences differences = new MeanDifferences(1, 2);
        for (double difference : new double[] {1, 3, 5, 7, 100}) {
            update(differences, difference);
        }

        assertThat(differences.count()).isEqualTo(4);
        assertThat(differences.mean(0)).isEqualTo(4);
    }

    @Test
    void theMarginIsThatOfTheBlocksMeans() {
        MeanDifferences differences = new MeanDifferences(1, 1);
        for (int i = 0; i < 10; i++) {
            assertThat(differences.margin(0)).isInfinite();
            update(differences, i);
        }

        // 0 to 9 have the sample variance 110 / 12
        assertThat(differences.margin(0))
                .isCloseTo(Z95 * Math.sqrt(110 / 12.0 / 10), within(1e-12));
    }

    @Test
    void pairsDoNotKnowOfEachOther() {
        MeanDifferences differences = new MeanDifferences(2, 1);
        differences.update(0, 3, 1);
        differences.update(1, 1, 5);
        differences.next();

        assertThat(differences.mean(0)).isEqualTo(2);
        assertThat(differences.mean(1)).isEqualTo(-4);
        assertThatThrownBy(() -> differences.mean(2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void forgetsEverythingWhenReset() {
        MeanDifferences differences = new MeanDifferences(1, 2);
        for (int i = 0; i < 25; i++) {
            update(differences, i);
        }
        differences.reset();

        assertThat(GoldenBytes.saved(differences))
                .isEqualTo(GoldenBytes.saved(new MeanDifferences(1, 2)));
    }

    /// Labels of overlapping horizons: sums of twelve neighbours. An interval that took them for
    /// independent would hold the truth in about half of the runs.
    @Seeded(runs = 1)
    void theIntervalHoldsTheTruthAsOftenAsItSaysThoughNeighboursAreAlike(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int runs = 400;
        int held = 0;
        for (int run = 0; run < runs; run++) {
            MeanDifferences differences = new MeanDifferences(1, 48);
            double[] last = new double[12];
            for (int i = 0; i < 48 * 60; i++) {
                last[i % 12] = random.nextGaussian();
                double sum = 0.1;
                for (double one : last) {
                    sum += one;
                }
                update(differences, sum);
            }
            held += Math.abs(differences.mean(0) - 0.1) <= differences.margin(0) ? 1 : 0;
        }
        assertThat(held / (double) runs).isBetween(0.88, 0.98);
    }

    @Seeded(runs = 20)
    void savedAndRestoredItContinuesToTheBit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MeanDifferences undisturbed = new MeanDifferences(1, 7);
        MeanDifferences restored = new MeanDifferences(1, 7);
        for (int i = 0; i < 300; i++) {
            MeanDifferences fresh = new MeanDifferences(1, 7);
            fresh.restore(new StateInput(GoldenBytes.saved(restored)));
            restored = fresh;
            double difference = random.nextGaussian();
            update(undisturbed, difference);
            update(restored, difference);
        }
        assertThat(GoldenBytes.saved(restored)).isEqualTo(GoldenBytes.saved(undisturbed));
    }

    private static void update(MeanDifferences differences, double difference) {
        differences.update(0, difference, 0);
        differences.next();
    }
}

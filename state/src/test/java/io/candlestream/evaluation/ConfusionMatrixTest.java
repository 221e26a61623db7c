package io.candlestream.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.seed.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ConfusionMatrixTest implements MeasureContract<ConfusionMatrix> {

    private final Outcomes outcomes = new Outcomes(2);

    @Override
    public ConfusionMatrix fresh() {
        return ConfusionMatrix.fading(3, 10);
    }

    @Override
    public void step(ConfusionMatrix matrix, int i) {
        matrix.update(outcomes.predicted(i), outcomes.label(i));
    }

    @Override
    public int doubleAt() {
        return Double.BYTES;
    }

    @Test
    void isZeroOfNothing() {
        ConfusionMatrix matrix = ConfusionMatrix.allTime(2);

        assertThat(measures(matrix)).containsOnly(0.0);
        assertThat(matrix.weight()).isZero();
    }

    @Test
    void measuresOneClassAlwaysPredictedRightly() {
        ConfusionMatrix matrix = ConfusionMatrix.allTime(3);

        matrix.update(1, 1);
        matrix.update(1, 1);

        assertThat(matrix.accuracy()).isEqualTo(1);
        assertThat(matrix.balancedAccuracy()).isEqualTo(1);
        assertThat(matrix.macroF1()).isEqualTo(1);
        // Chance would be right as often: there is nothing to be said.
        assertThat(matrix.kappa()).isZero();
        assertThat(matrix.matthews()).isZero();
    }

    @Test
    void agreementBeyondChanceIsOneZeroOrMinusOne() {
        assertThat(binary(5, 0, 0, 5).kappa()).isEqualTo(1);
        assertThat(binary(5, 0, 0, 5).matthews()).isCloseTo(1, within(1e-15));
        assertThat(binary(4, 4, 4, 4).kappa()).isZero();
        assertThat(binary(4, 4, 4, 4).matthews()).isZero();
        assertThat(binary(0, 5, 5, 0).kappa()).isEqualTo(-1);
        assertThat(binary(0, 5, 5, 0).matthews()).isCloseTo(-1, within(1e-15));
    }

    @Test
    void matthewsOfTwoClassesIsTheirCorrelation() {
        // (6 * 5 - 1 * 2) / sqrt(7 * 8 * 6 * 7)
        assertThat(binary(6, 2, 1, 5).matthews())
                .isCloseTo((6 * 5 - 1 * 2) / Math.sqrt(7 * 8 * 6 * 7), within(1e-15));
    }

    @Test
    void aClassNeverPredictedHasNoPrecision() {
        ConfusionMatrix matrix = binary(3, 0, 2, 0);

        assertThat(matrix.precision(1)).isZero();
        assertThat(matrix.recall(1)).isZero();
        assertThat(matrix.f1(1)).isZero();
        assertThat(matrix.macroF1()).isEqualTo(matrix.f1(0) / 2);
    }

    @Test
    void fadingAPairHalvesInTheHalfLife() {
        ConfusionMatrix matrix = ConfusionMatrix.fading(2, 4);

        matrix.update(0, 1);
        for (int i = 0; i < 4; i++) {
            matrix.update(1, 1);
        }

        assertThat(matrix.weight(1, 0)).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void aClassThatHasFadedAwayNoLongerOccurs() {
        ConfusionMatrix matrix = ConfusionMatrix.fading(2, 1);
        matrix.update(0, 1);
        matrix.update(0, 0);
        assertThat(matrix.balancedAccuracy()).isEqualTo(0.5);

        for (int i = 0; i < 110; i++) {
            matrix.update(0, 0);
        }

        assertThat(matrix.balancedAccuracy()).isEqualTo(1);
    }

    @Seeded(runs = 30)
    void measuresStayInTheirRanges(long seed) {
        Random random = new Random(seed);
        ConfusionMatrix matrix = ConfusionMatrix.fading(4, Math.exp(random.nextDouble(0, 6)));
        for (int i = 0; i < 2_000; i++) {
            int label = random.nextInt(100) < 95 ? 0 : random.nextInt(4);
            matrix.update(random.nextInt(100) < 90 ? label : random.nextInt(4), label);
            for (double measure : measures(matrix)) {
                assertThat(measure).isBetween(-1.0, 1.0);
            }
        }
    }

    @Test
    void refusesWhatIsNotAClass() {
        ConfusionMatrix matrix = ConfusionMatrix.allTime(2);

        assertThatThrownBy(() -> matrix.update(2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("predicted class must be from 0 to 1, was 2");
        assertThatThrownBy(() -> matrix.update(0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> matrix.precision(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> matrix.recall(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConfusionMatrix.allTime(1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// How often 0 came true and 0, 1 were predicted, then the same for 1.
    private static ConfusionMatrix binary(int n00, int n01, int n10, int n11) {
        ConfusionMatrix matrix = ConfusionMatrix.allTime(2);
        int[] pairs = {n00, n01, n10, n11};
        for (int pair = 0; pair < 4; pair++) {
            for (int i = 0; i < pairs[pair]; i++) {
                matrix.update(pair % 2, pair / 2);
            }
        }
        return matrix;
    }

    private static double[] measures(ConfusionMatrix matrix) {
        return new double[] {
            matrix.accuracy(),
            matrix.balancedAccuracy(),
            matrix.precision(0),
            matrix.recall(0),
            matrix.f1(0),
            matrix.macroF1(),
            matrix.kappa(),
            matrix.matthews()
        };
    }
}

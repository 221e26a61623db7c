package io.candlestream.calibration;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.golden.GoldenBytes;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ConformalBandsTest implements ConformalContract<ConformalBands> {

    private final double[] extremes = {0, 1e300, -Double.MAX_VALUE, Double.MAX_VALUE, 1e-300, 3};

    @Override
    public ConformalBands fresh(ConformalConfig config) {
        return config.createBands();
    }

    /// Residuals with heavy tails, as the quotient of two normal numbers; shifted they are five
    /// times as great, or a fifth.
    @Override
    public void learn(ConformalBands bands, Random random, int shift) {
        double predicted = 100 * random.nextGaussian();
        double scale = shift == 0 ? 1 : shift == 1 ? 5 : 0.2;
        double residual = random.nextGaussian() / (0.1 + Math.abs(random.nextGaussian()));
        bands.learn(predicted, predicted + scale * residual);
    }

    @Override
    public void learnExtreme(ConformalBands bands, int i) {
        bands.learn(extremes[i % extremes.length], extremes[i / 7 % extremes.length]);
    }

    @Override
    public boolean isSound(ConformalBands bands) {
        return bands.radius() >= 0 && bands.radius() <= Double.MAX_VALUE;
    }

    @Override
    public boolean ready(ConformalBands bands) {
        return bands.ready();
    }

    @Override
    public long judged(ConformalBands bands) {
        return bands.judgedCount();
    }

    @Override
    public double realised(ConformalBands bands) {
        return bands.realisedCoverage();
    }

    @Override
    public double recent(ConformalBands bands) {
        return bands.recentCoverage();
    }

    @Test
    void isTheGreatestResidualUntilItIsReady() {
        ConformalBands bands = fresh(SMALL);
        assertThat(bands.radius()).isZero();

        bands.learn(5, 2);
        bands.learn(5, 6);

        assertThat(bands.ready()).isFalse();
        assertThat(bands.radius()).isEqualTo(3);
    }

    /// Of the residuals 1 to 9, ceil(10 * 0.8) = 8 is the eighth; of 3 to 11, which is 10, one left
    /// and one came.
    @Test
    void isTheQuantileOfTheLastResiduals() {
        ConformalBands bands = new ConformalConfig(0.8, 0, 9).createBands();
        for (int i = 1; i <= 9; i++) {
            bands.learn(0, i % 2 == 0 ? i : -i);
        }
        assertThat(bands.radius()).isEqualTo(8);

        bands.learn(0, 10);
        bands.learn(0, -11);

        assertThat(bands.radius()).isEqualTo(10);
    }

    /// Of ten, with a level of 0.2 from 0.1 on: ready after nine; a tenth that is covered, 0.1 + 1
    /// * 0.1 = 0.2; then ceil(11 * 0.8) = 9 is the ninth of ten.
    @Test
    void theLevelRisesWithAHitAndFallsWithAMiss() {
        ConformalBands bands = new ConformalConfig(0.9, 1, 10).createBands();
        for (int i = 1; i <= 9; i++) {
            bands.learn(0, i);
        }
        assertThat(bands.radius()).isEqualTo(9);

        bands.learn(0, 0);
        assertThat(bands.radius()).isEqualTo(8);

        // A miss by more takes 0.9 off the level: at 0 everything that was seen is covered.
        bands.learn(0, 50);
        assertThat(bands.radius()).isEqualTo(50);
        assertThat(bands.realisedCoverage()).isEqualTo(0.5);
    }

    @Test
    void writesTheSameBytesAsEver() throws IOException {
        ConformalBands bands = fresh(SMALL);
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            learn(bands, random, 0);
        }

        GoldenBytes.assertSavedAs("calibration/conformal-bands-after-100.hex", bands);
    }

    @Test
    void refusesNumbersThatAreNotFinite() {
        ConformalBands bands = fresh(SMALL);
        byte[] before = saved(bands);

        assertThatThrownBy(() -> bands.learn(0, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("prediction and truth must be finite, were 0.0 and NaN");
        assertThatThrownBy(() -> bands.learn(Double.NEGATIVE_INFINITY, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(saved(bands)).isEqualTo(before);
    }
}

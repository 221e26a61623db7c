package io.candlestream.calibration;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.golden.GoldenBytes;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ConformalSetsTest implements ConformalContract<ConformalSets> {

    private static final int CLASSES = 6;

    private final double[][] extremes = {
        {1, 0, 0, 0, 0, 0},
        {0, 0, 0, 0, 0, 1},
        {0.5, 0.5, 0, 0, 0, 0},
        {1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0}
    };

    @Override
    public ConformalSets fresh(ConformalConfig config) {
        return config.createSets(CLASSES);
    }

    /// Probabilities that are three times too bold; shifted they say nothing of the label, or are
    /// honest.
    @Override
    public void learn(ConformalSets sets, Random random, int shift) {
        Forecasts forecast = Forecasts.of(random.nextLong(), 1, CLASSES, shift == 2 ? 1 : 3);
        int label = shift == 1 ? random.nextInt(CLASSES) : forecast.labels()[0];
        sets.learn(forecast.raw()[0], label);
    }

    @Override
    public void learnExtreme(ConformalSets sets, int i) {
        sets.learn(extremes[i % extremes.length], i / 500 % 2 == 0 ? 3 : i % CLASSES);
    }

    @Override
    public boolean isSound(ConformalSets sets) {
        boolean sound = true;
        for (int i = 0; i < extremes.length; i++) {
            long set = sets.set(extremes[i]);
            sound &= set > 0 && set < 1L << CLASSES;
        }
        return sound && (sets.set(extremes[1]) & 1L << 5) != 0;
    }

    @Override
    public boolean ready(ConformalSets sets) {
        return sets.ready();
    }

    @Override
    public long judged(ConformalSets sets) {
        return sets.judgedCount();
    }

    @Override
    public double realised(ConformalSets sets) {
        return sets.realisedCoverage();
    }

    @Override
    public double recent(ConformalSets sets) {
        return sets.recentCoverage();
    }

    @Test
    void holdsAllClassesUntilItIsReady() {
        ConformalSets sets = ConformalConfig.standard().createSets(64);
        double[] probabilities = new double[64];
        probabilities[7] = 1;

        assertThat(sets.set(probabilities)).isEqualTo(-1L);
        assertThat(fresh(SMALL).set(extremes[0])).isEqualTo(0b111111);
    }

    /// Four scores of 0.4 and one of 0.7: the fifth of five covers four in five of the next, ceil(6
    /// * 0.8) = 5.
    @Test
    void holdsTheClassesWhoseScoreIsNotAboveTheQuantile() {
        ConformalSets sets = new ConformalConfig(0.8, 0, 5).createSets(3);
        double[] probabilities = {0.6, 0.1, 0.3};
        for (int i = 0; i < 4; i++) {
            sets.learn(probabilities, 0);
        }
        sets.learn(probabilities, 2);

        assertThat(sets.set(probabilities)).isEqualTo(0b101);
        assertThat(sets.set(new double[] {0.35, 0.35, 0.3})).isEqualTo(0b111);
        assertThat(sets.set(new double[] {0.1, 0.8, 0.1})).isEqualTo(0b010);
    }

    @Test
    void holdsTheFirstOfTheMostProbableClassesWhenNoneIsProbableEnough() {
        ConformalSets sets = new ConformalConfig(0.5, 0, 5).createSets(3);
        for (int i = 0; i < 5; i++) {
            sets.learn(new double[] {1, 0, 0}, 0);
        }

        assertThat(sets.set(new double[] {0.2, 0.4, 0.4})).isEqualTo(0b010);
    }

    @Test
    void isRightAsOftenAsAModelThatIsRightMoreOftenThanWasAskedFor() {
        ConformalSets sets = new ConformalConfig(0.5, 0.05, 100).createSets(3);
        for (int i = 0; i < 1_003; i++) {
            sets.learn(new double[] {0.5, 0.3, 0.2}, i % 5 == 0 ? 1 : 0);
        }

        assertThat(sets.set(new double[] {0.5, 0.3, 0.2})).isEqualTo(0b001);
        assertThat(sets.judgedCount()).isEqualTo(1_002);
        assertThat(sets.recentCoverage()).isEqualTo(0.8);
    }

    @Test
    void writesTheSameBytesAsEver() throws IOException {
        ConformalSets sets = fresh(SMALL);
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            learn(sets, random, 0);
        }

        GoldenBytes.assertSavedAs("calibration/conformal-sets-after-100.hex", sets);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        ConformalSets sets = fresh(SMALL);
        byte[] before = saved(sets);

        assertThatThrownBy(() -> sets.learn(extremes[0], CLASSES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label must be from 0 to 5, was 6");
        assertThatThrownBy(() -> sets.set(new double[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probabilities must be 6 numbers, were 5");
        assertThatThrownBy(() -> sets.learn(new double[] {0, 0, 0, 0, 0, Double.NaN}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probability must be from 0 to 1, was NaN");
        assertThat(saved(sets)).isEqualTo(before);
        assertThatThrownBy(() -> SMALL.createSets(65))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class count must be from 2 to 64, was 65");
    }
}

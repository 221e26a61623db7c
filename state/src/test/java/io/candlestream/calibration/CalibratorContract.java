package io.candlestream.calibration;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import io.candlestream.seed.Seeded;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every [Calibrator] promises.
interface CalibratorContract {

    /// Which one, as figures are stated for it.
    CalibrationConfig config();

    /// Which one, its windows at most 60 long, so that a short test fills them.
    default CalibrationConfig small() {
        return config();
    }

    /// Nats it may cost where nothing is to be mended.
    double greatestHarm();

    @Test
    default void writesItselfAsAnExpression() {
        assertThat(config().expression())
                .matches("[a-z]+(\\([a-z_]+=[0-9.E-]+(,[a-z_]+=[0-9]+)*\\))?");
        assertThat(config()).isEqualTo(config()).hasSameHashCodeAs(config());
    }

    @Test
    default void givesTheRawProbabilitiesBeforeTheFirstOutcome() {
        for (double[] raw : Forecasts.of(1, 100, 4, 3).raw()) {
            double[] calibrated = new double[4];

            config().create(4).calibrate(raw, calibrated);

            assertThat(calibrated).containsExactly(raw, within(1e-8));
        }
    }

    @Test
    default void changesNothingOfItsInput() {
        Calibrator calibrator = small().create(3);
        double[] raw = {0.5, 0, 0.5};

        calibrator.calibrate(raw, new double[3]);
        calibrator.learn(raw, 1);

        assertThat(raw).containsExactly(0.5, 0, 0.5);
    }

    @Test
    default void calibratingChangesNothingOfTheCalibrator() {
        Forecasts forecasts = Forecasts.of(1, 200, 3, 2);
        Calibrator calibrator = taught(forecasts);
        byte[] before = saved(calibrator);

        for (double[] raw : forecasts.raw()) {
            calibrator.calibrate(raw, new double[3]);
        }

        assertThat(saved(calibrator)).isEqualTo(before);
    }

    @Test
    default void bothArraysMayBeTheSame() {
        Forecasts forecasts = Forecasts.of(2, 200, 3, 2);
        Calibrator calibrator = taught(forecasts);
        for (double[] raw : forecasts.raw()) {
            double[] calibrated = new double[3];
            calibrator.calibrate(raw, calibrated);
            double[] inPlace = raw.clone();
            calibrator.calibrate(inPlace, inPlace);

            assertThat(inPlace).containsExactly(calibrated);
        }
    }

    @Test
    default void theSameOutcomesGiveTheSameBits() {
        Forecasts forecasts = Forecasts.of(3, 500, 3, 2);

        assertThat(saved(taught(forecasts))).isEqualTo(saved(taught(forecasts)));
    }

    @Test
    default void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
        Forecasts forecasts = Forecasts.of(4, 150, 3, 2);
        byte[][] states = new byte[forecasts.count() + 1][];
        double[][] given = new double[forecasts.count()][3];
        Calibrator unbroken = small().create(3);
        for (int i = 0; i < forecasts.count(); i++) {
            states[i] = saved(unbroken);
            unbroken.calibrate(forecasts.raw()[i], given[i]);
            unbroken.learn(forecasts.raw()[i], forecasts.labels()[i]);
        }
        states[forecasts.count()] = saved(unbroken);

        for (int stop = 0; stop <= forecasts.count(); stop++) {
            // Whatever it remembered is replaced.
            Calibrator restored = taught(forecasts);
            StateInput in = new StateInput(states[stop]);
            restored.restore(in);
            in.expectEnd();
            assertThat(saved(restored)).isEqualTo(states[stop]).hasSameSizeAs(states[0]);
            double[] calibrated = new double[3];
            for (int i = stop; i < forecasts.count(); i++) {
                restored.calibrate(forecasts.raw()[i], calibrated);
                assertThat(Arrays.equals(calibrated, given[i])).isTrue();
                restored.learn(forecasts.raw()[i], forecasts.labels()[i]);
                assertThat(Arrays.equals(saved(restored), states[i + 1])).isTrue();
            }
        }
    }

    @Seeded(runs = 4)
    default void staysSoundWhateverItLearns(long seed) {
        Random random = new Random(seed);
        for (int classCount : new int[] {2, 3, 64, 1_000}) {
            Calibrator calibrator = small().create(classCount);
            double[] calibrated = new double[classCount];
            for (int i = 0; i < 200_000 / classCount; i++) {
                double[] raw = absurd(random, classCount);
                calibrator.calibrate(raw, calibrated);
                assertSound(raw, calibrated);
                // Mostly the worst that can come true.
                int label = random.nextInt(4) == 0 ? random.nextInt(classCount) : least(raw);
                calibrator.learn(raw, label);
            }
        }
    }

    @Test
    default void survivesThatOneClassAloneComesTrue() {
        Calibrator calibrator = small().create(3);
        double[] raw = {0, 0, 1};
        double[] calibrated = new double[3];
        for (int i = 0; i < 5_000; i++) {
            calibrator.learn(raw, 2);
            calibrator.calibrate(raw, calibrated);
            assertSound(raw, calibrated);
        }

        assertThat(calibrated[2]).isGreaterThan(0.9);
    }

    @Test
    default void neitherVerbAllocates() {
        Forecasts forecasts = Forecasts.of(5, 3_000, 3, 2);
        Calibrator calibrator = small().create(3);
        double[] calibrated = new double[3];

        long allocated =
                Allocation.least(() -> {
                    for (int i = 0; i < forecasts.count(); i++) {
                        calibrator.calibrate(forecasts.raw()[i], calibrated);
                        calibrator.learn(forecasts.raw()[i], forecasts.labels()[i]);
                    }
                });

        assertThat(allocated).isZero();
    }

    @Seeded(runs = 5)
    default void doesLittleHarmToProbabilitiesThatAreRight(long seed) {
        Forecasts forecasts = Forecasts.of(seed, 40_000, 3, 1);

        Judgement judgement = Judgement.of(config().create(3), forecasts, 20_000);

        assertThat(judgement.excess()).isBetween(-1e-12, greatestHarm());
        assertThat(judgement.expectedError()).isLessThan(0.015);
    }

    @Test
    default void refusesLabelsAndArraysOfAnotherNumber() {
        Calibrator calibrator = small().create(3);
        byte[] before = saved(calibrator);

        assertThatThrownBy(() -> calibrator.learn(new double[] {1, 0, 0}, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label must be from 0 to 2, was 3");
        assertThatThrownBy(() -> calibrator.learn(new double[] {1, 0}, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probabilities must be 3 numbers, were 2");
        assertThatThrownBy(() -> calibrator.calibrate(new double[3], new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probabilities must be 3 numbers, were 4");
        assertThat(saved(calibrator)).isEqualTo(before);
        assertThatThrownBy(() -> small().create(1_001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class count must be from 2 to 1000, was 1001");
    }

    /// A calibrator that has learned these forecasts of three classes.
    private Calibrator taught(Forecasts forecasts) {
        Calibrator calibrator = small().create(3);
        for (int i = 0; i < forecasts.count(); i++) {
            calibrator.learn(forecasts.raw()[i], forecasts.labels()[i]);
        }
        return calibrator;
    }

    private static void assertSound(double[] raw, double[] calibrated) {
        double sum = 0;
        boolean sound = true;
        for (int c = 0; c < calibrated.length; c++) {
            sum += calibrated[c];
            sound &= calibrated[c] >= Math.min(raw[c], Calibrator.FLOOR) && calibrated[c] <= 1;
        }
        if (!(sound && Math.abs(sum - 1) <= 1e-12)) {
            throw new AssertionError(
                    "unsound: " + Arrays.toString(calibrated) + " of " + Arrays.toString(raw));
        }
    }

    /// Probabilities of which most are nothing, or one is everything, or all are equal.
    private static double[] absurd(Random random, int classCount) {
        double[] scores = new double[classCount];
        double width = new double[] {0, 1, 40, 1e6}[random.nextInt(4)];
        double max = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classCount; c++) {
            scores[c] = width * random.nextGaussian();
            max = Math.max(max, scores[c]);
        }
        double sum = 0;
        for (int c = 0; c < classCount; c++) {
            scores[c] = StrictMath.exp(scores[c] - max);
            sum += scores[c];
        }
        for (int c = 0; c < classCount; c++) {
            scores[c] /= sum;
        }
        return scores;
    }

    private static int least(double[] probabilities) {
        int least = 0;
        for (int c = 1; c < probabilities.length; c++) {
            least = probabilities[c] < probabilities[least] ? c : least;
        }
        return least;
    }
}

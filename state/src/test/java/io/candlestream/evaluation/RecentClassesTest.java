package io.candlestream.evaluation;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.GoldenTable;
import io.candlestream.seed.Seeded;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecentClassesTest implements MeasureContract<RecentClasses> {

    private final Outcomes outcomes = new Outcomes(1);

    @Override
    public RecentClasses fresh() {
        return new RecentClasses(3, 20);
    }

    @Override
    public void step(RecentClasses scores, int i) {
        scores.update(outcomes.probabilities(i), outcomes.predicted(i), outcomes.label(i));
    }

    @Override
    public int doubleAt() {
        return saved(fresh()).length - Double.BYTES;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void overAllTimeAndOverAWindowOfAllTheyAreThoseOfScikitLearn(int classCount) {
        RecentClasses scores = new RecentClasses(classCount, 2_000);
        ClassTally allTime = ClassTally.allTime(classCount);
        for (double[] row : golden(classCount)) {
            double[] probabilities = Arrays.copyOfRange(row, 1, row.length);
            scores.update(probabilities, mostProbable(probabilities), (int) row[0]);
            allTime.update(probabilities, mostProbable(probabilities), (int) row[0]);
        }
        GoldenMeasures golden = GoldenMeasures.read("classes-" + classCount);

        check(golden, allTime, classCount);
        check(golden, scores.tally(), classCount);
    }

    @Test
    void theAreaUnderTheCurveIsThatOfScikitLearn() {
        GoldenMeasures golden = GoldenMeasures.read("classes-2");

        RecentClasses scores = new RecentClasses(2, 2_000);
        for (double[] row : golden(2)) {
            scores.update(new double[] {row[1], row[2]}, 0, (int) row[0]);
        }

        golden.check("auc", scores.areaUnderCurve(1));
        golden.check("auc", scores.areaUnderCurve(0));
    }

    @Test
    void theAreaUnderTheCurveCountsPairsAndTiesHalf() {
        RecentClasses scores = new RecentClasses(2, 10);
        double[] ofClass1 = {0.1, 0.4, 0.4, 0.8};
        int[] labels = {0, 1, 0, 1};
        for (int i = 0; i < 4; i++) {
            scores.update(new double[] {1 - ofClass1[i], ofClass1[i]}, 0, labels[i]);
        }

        // Pairs (0.4, 0.1), (0.8, 0.1), (0.8, 0.4) are in order, (0.4, 0.4) is a tie.
        assertThat(scores.areaUnderCurve(1)).isEqualTo(3.5 / 4);
    }

    @Test
    void theAreaUnderTheCurveOfOneClassAloneIsOneHalf() {
        RecentClasses scores = new RecentClasses(2, 10);
        assertThat(scores.areaUnderCurve(0)).isEqualTo(0.5);

        scores.update(new double[] {0.9, 0.1}, 0, 0);

        assertThat(scores.areaUnderCurve(0)).isEqualTo(0.5);
        assertThat(scores.areaUnderCurve(1)).isEqualTo(0.5);
    }

    @Test
    void theWindowForgetsAllButTheLastOutcomes() {
        RecentClasses scores = fresh();
        ClassTally last = ClassTally.allTime(3);
        for (int i = 0; i < 300; i++) {
            step(scores, i);
            if (i >= 280) {
                last.update(outcomes.probabilities(i), outcomes.predicted(i), outcomes.label(i));
            }
        }

        assertThat(saved(scores.tally())).isEqualTo(saved(last));
    }

    @Seeded(runs = 20)
    void fadingTheyAreThoseOfTheSameOutcomesRepeatedByWeight(long seed) {
        Outcomes seeded = new Outcomes(seed);
        ClassTally fading = ClassTally.fading(3, 1);
        ClassTally repeated = ClassTally.allTime(3);
        // With the half-life 1 every outcome weighs as two of the one before.
        for (int i = 0; i < 10; i++) {
            fading.update(seeded.probabilities(i), seeded.predicted(i), seeded.label(i));
            for (int n = 0; n < 1 << i; n++) {
                repeated.update(seeded.probabilities(i), seeded.predicted(i), seeded.label(i));
            }
        }

        assertThat(fading.weight()).isEqualTo(2 - 0x1p-9);
        assertThat(measures(fading)).containsExactly(measures(repeated), within(1e-12));
    }

    @Test
    void fadingTheySurviveAnyNumberOfHalfLives() {
        ClassTally fading = ClassTally.fading(3, 1);
        ClassTally late = ClassTally.fading(3, 1);
        for (int i = 0; i < 5_000; i++) {
            fading.update(outcomes.probabilities(i), outcomes.predicted(i), outcomes.label(i));
            if (i >= 4_000) {
                late.update(outcomes.probabilities(i), outcomes.predicted(i), outcomes.label(i));
            }
        }

        assertThat(measures(fading)).containsExactly(measures(late), within(1e-12));
    }

    @Test
    void agreeWithTheScoresOfTheLearner() {
        ClassTally allTime = ClassTally.allTime(3);
        ClassTally fading = ClassTally.fading(3, 25);
        Prequential prequential = new Prequential(3, 25);
        for (int i = 0; i < 400; i++) {
            allTime.update(outcomes.probabilities(i), outcomes.predicted(i), outcomes.label(i));
            fading.update(outcomes.probabilities(i), outcomes.predicted(i), outcomes.label(i));
            prequential.update(outcomes.probabilities(i), outcomes.predicted(i), outcomes.label(i));
        }

        check(allTime, prequential.allTime());
        check(fading, prequential.fading());
    }

    @Test
    void anOutcomeThatCannotBeScoredChangesNothing() {
        RecentClasses scores = fresh();
        byte[] before = saved(scores);

        assertThatThrownBy(() -> scores.update(new double[] {0.5, 0.5, 1.5}, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probability must be from 0 to 1, was 1.5");
        assertThatThrownBy(() -> scores.update(new double[] {0.5, Double.NaN, 0.5}, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scores.update(new double[] {0.5, 0.5}, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scores.update(new double[3], 3, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scores.areaUnderCurve(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class must be from 0 to 2, was 3");
        assertThat(saved(scores)).isEqualTo(before);
    }

    @Test
    void refusesAWindowOutOfRange() {
        assertThatThrownBy(() -> new RecentClasses(3, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window must be from 2 to 10000 outcomes, was 1");
        assertThatThrownBy(() -> ClassTally.fading(3, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("half-life must be from 1 to 1.0E9, was 0.5");
    }

    @Test
    void refusesStateWhoseWindowHoldsNoClass() {
        RecentClasses scores = fresh();
        for (int i = 0; i < 20; i++) {
            step(scores, i);
        }
        byte[] state = saved(scores);
        ByteBuffer.wrap(state).putDouble(state.length - 20 * 5 * Double.BYTES, 1.5);

        assertThatThrownBy(() -> fresh().restore(new StateInput(state)))
                .isInstanceOf(StateFormatException.class)
                .hasMessage("an outcome must be two classes and probabilities, held 1.5");
    }

    private static double[][] golden(int classCount) {
        return GoldenTable.read("metrics/classes-" + classCount + ".csv").numbers();
    }

    private static void check(GoldenMeasures golden, ClassTally tally, int classCount) {
        ConfusionMatrix confusion = tally.confusion();
        double[] matrix = new double[classCount * classCount];
        double[] precision = new double[classCount];
        double[] recall = new double[classCount];
        double[] f1 = new double[classCount];
        for (int c = 0; c < classCount; c++) {
            precision[c] = confusion.precision(c);
            recall[c] = confusion.recall(c);
            f1[c] = confusion.f1(c);
            for (int predicted = 0; predicted < classCount; predicted++) {
                matrix[c * classCount + predicted] = confusion.weight(c, predicted);
            }
        }
        golden.check("accuracy", confusion.accuracy());
        golden.check("balanced_accuracy", confusion.balancedAccuracy());
        golden.check("log_loss", tally.logLoss());
        golden.check("brier", tally.brierScore());
        golden.check("kappa", confusion.kappa());
        golden.check("mcc", confusion.matthews());
        golden.check("macro_f1", confusion.macroF1());
        golden.check("expected_calibration_error", tally.calibration().expectedError());
        golden.checkAll("precision", precision);
        golden.checkAll("recall", recall);
        golden.checkAll("f1", f1);
        golden.checkAll("confusion", matrix);
    }

    private static double[] measures(ClassTally tally) {
        ConfusionMatrix confusion = tally.confusion();
        return new double[] {
            confusion.accuracy(),
            confusion.balancedAccuracy(),
            confusion.macroF1(),
            confusion.kappa(),
            confusion.matthews(),
            tally.calibration().expectedError(),
            tally.logLoss(),
            tally.brierScore()
        };
    }

    private static void check(ClassTally tally, Measures expected) {
        assertThat(tally.confusion().accuracy()).isCloseTo(expected.accuracy(), within(1e-14));
        assertThat(tally.confusion().balancedAccuracy())
                .isCloseTo(expected.balancedAccuracy(), within(1e-14));
        assertThat(tally.logLoss()).isCloseTo(expected.logLoss(), within(1e-14));
        assertThat(tally.brierScore()).isCloseTo(expected.brierScore(), within(1e-14));
    }

    private static int mostProbable(double[] probabilities) {
        int best = 0;
        for (int c = 1; c < probabilities.length; c++) {
            if (probabilities[c] > probabilities[best]) {
                best = c;
            }
        }
        return best;
    }
}

package io.candlestream.evaluation;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.golden.GoldenTable;
import io.candlestream.seed.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberScoresTest implements MeasureContract<NumberScores> {

    private final Outcomes outcomes = new Outcomes(4);

    @Override
    public NumberScores fresh() {
        return new NumberScores(25, 20);
    }

    @Override
    public void step(NumberScores scores, int i) {
        scores.update(outcomes.number(i), outcomes.otherNumber(i));
    }

    @Override
    public int doubleAt() {
        return saved(fresh()).length - Double.BYTES;
    }

    @Test
    void overAllTimeAndOverAWindowOfAllTheyAreThoseOfScikitLearnAndSciPy() {
        NumberScores scores = new NumberScores(100, 2_000);
        for (double[] row : GoldenTable.read("metrics/regression.csv").numbers()) {
            scores.update(row[1], row[0]);
        }

        check(scores.allTime());
        check(scores.window());
        GoldenMeasures.read("regression").check("spearman", scores.rankCorrelation());
    }

    @Test
    void areZeroOfNothing() {
        assertThat(measures(fresh().allTime())).containsOnly(0.0);
        assertThat(measures(fresh().fading())).containsOnly(0.0);
        assertThat(measures(fresh().window())).containsOnly(0.0);
        assertThat(fresh().rankCorrelation()).isZero();
    }

    @Test
    void valuesThatDoNotVaryCorrelateWithNothing() {
        NumberScores scores = fresh();
        for (int i = 0; i < 100; i++) {
            scores.update(outcomes.number(i), 0.1);
        }

        assertThat(scores.allTime().correlation()).isZero();
        assertThat(scores.allTime().determination()).isZero();
        assertThat(scores.fading().correlation()).isZero();
        assertThat(scores.rankCorrelation()).isZero();
    }

    @Test
    void anExactForecastIsPerfect() {
        NumberScores scores = fresh();
        for (int i = 0; i < 100; i++) {
            scores.update(outcomes.number(i), outcomes.number(i));
        }

        assertThat(scores.allTime().rootMeanSquaredError()).isZero();
        assertThat(scores.allTime().determination()).isEqualTo(1);
        assertThat(scores.allTime().correlation()).isCloseTo(1, within(1e-15));
        assertThat(scores.rankCorrelation()).isCloseTo(1, within(1e-15));
        assertThat(scores.allTime().hitRate()).isEqualTo(1);
    }

    @Test
    void zeroHasASignOfItsOwn() {
        NumberTally tally = NumberTally.allTime();

        tally.update(0, 0);
        tally.update(0, 1);
        tally.update(-1, -2);
        tally.update(-0.0, 0);

        assertThat(tally.hitRate()).isEqualTo(0.75);
    }

    @Test
    void anOffsetCostsNoDigitsOfTheCorrelation() {
        NumberTally plain = NumberTally.allTime();
        NumberTally offset = NumberTally.allTime();
        for (int i = 0; i < 500; i++) {
            plain.update(outcomes.number(i), outcomes.otherNumber(i));
            offset.update(outcomes.number(i) + 1e9, outcomes.otherNumber(i) - 1e9);
        }

        assertThat(offset.correlation()).isCloseTo(plain.correlation(), within(1e-7));
    }

    @Test
    void theWindowForgetsAllButTheLastOutcomes() {
        NumberScores scores = fresh();
        NumberTally last = NumberTally.allTime();
        for (int i = 0; i < 300; i++) {
            step(scores, i);
            if (i >= 280) {
                last.update(outcomes.number(i), outcomes.otherNumber(i));
            }
        }

        assertThat(saved(scores.window())).isEqualTo(saved(last));
    }

    @Seeded(runs = 20)
    void fadingTheyAreThoseOfTheSameOutcomesRepeatedByWeight(long seed) {
        Outcomes seeded = new Outcomes(seed);
        NumberTally fading = NumberTally.fading(1);
        NumberTally repeated = NumberTally.allTime();
        // With the half-life 1 every outcome weighs as two of the one before.
        for (int i = 0; i < 10; i++) {
            fading.update(seeded.number(i), seeded.number(i + 1));
            for (int n = 0; n < 1 << i; n++) {
                repeated.update(seeded.number(i), seeded.number(i + 1));
            }
        }

        assertThat(measures(fading)).containsExactly(measures(repeated), within(1e-11));
    }

    @Test
    void stayFiniteAtBothEndsOfTheRange() {
        NumberScores scores = new NumberScores(1, 20);
        for (int i = 0; i < 2_000; i++) {
            scores.update(i % 2 == 0 ? 1e75 : -1e75, i % 3 == 0 ? -1e75 : 1e75);
        }

        for (NumberTally tally :
                new NumberTally[] {scores.allTime(), scores.fading(), scores.window()}) {
            for (double measure : measures(tally)) {
                assertThat(measure).isFinite();
            }
            assertThat(tally.correlation()).isBetween(-1.0, 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1e75, Double.NaN, Double.NEGATIVE_INFINITY})
    void aNumberOutOfRangeChangesNothing(double number) {
        NumberScores scores = fresh();
        byte[] before = saved(scores);

        assertThatThrownBy(() -> scores.update(number, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("prediction must be from -1e75 to 1e75, was " + number);
        assertThatThrownBy(() -> scores.update(0, number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value must be from -1e75 to 1e75, was " + number);
        assertThat(saved(scores)).isEqualTo(before);
    }

    private static void check(NumberTally tally) {
        GoldenMeasures golden = GoldenMeasures.read("regression");
        golden.check("mse", tally.meanSquaredError());
        golden.check("rmse", tally.rootMeanSquaredError());
        golden.check("mae", tally.meanAbsoluteError());
        golden.check("r2", tally.determination());
        golden.check("pearson", tally.correlation());
        golden.check("hit_rate", tally.hitRate());
    }

    private static double[] measures(NumberTally tally) {
        return new double[] {
            tally.meanSquaredError(),
            tally.rootMeanSquaredError(),
            tally.meanAbsoluteError(),
            tally.determination(),
            tally.correlation(),
            tally.hitRate()
        };
    }
}

package io.candlestream.evaluation;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.golden.GoldenTable;
import io.candlestream.seed.Seeded;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecentNumbersTest implements MeasureContract<RecentNumbers> {

    private final Outcomes outcomes = new Outcomes(4);

    @Override
    public RecentNumbers fresh() {
        return new RecentNumbers(20);
    }

    @Override
    public void step(RecentNumbers scores, int i) {
        scores.update(outcomes.number(i), outcomes.otherNumber(i));
    }

    @Override
    public int doubleAt() {
        return saved(fresh()).length - Double.BYTES;
    }

    @Test
    void overAllTimeAndOverAWindowOfAllTheyAreThoseOfScikitLearnAndSciPy() {
        RecentNumbers scores = new RecentNumbers(2_000);
        NumberTally allTime = NumberTally.allTime();
        for (double[] row : GoldenTable.read("metrics/regression.csv").numbers()) {
            scores.update(row[1], row[0]);
            allTime.update(row[1], row[0]);
        }

        check(allTime);
        check(scores.tally());
        GoldenMeasures.read("regression").check("spearman", scores.rankCorrelation());
    }

    @Test
    void areZeroOfNothing() {
        assertThat(measures(NumberTally.allTime())).containsOnly(0.0);
        assertThat(measures(NumberTally.fading(25))).containsOnly(0.0);
        assertThat(measures(fresh().tally())).containsOnly(0.0);
        assertThat(fresh().rankCorrelation()).isZero();
    }

    @Test
    void valuesThatDoNotVaryCorrelateWithNothing() {
        RecentNumbers scores = fresh();
        NumberTally fading = NumberTally.fading(25);
        for (int i = 0; i < 100; i++) {
            scores.update(outcomes.number(i), 0.1);
            fading.update(outcomes.number(i), 0.1);
        }

        assertThat(scores.tally().correlation()).isZero();
        assertThat(scores.tally().determination()).isZero();
        assertThat(fading.correlation()).isZero();
        assertThat(scores.rankCorrelation()).isZero();
    }

    @Test
    void anExactForecastIsPerfect() {
        RecentNumbers scores = fresh();
        for (int i = 0; i < 100; i++) {
            scores.update(outcomes.number(i), outcomes.number(i));
        }

        assertThat(scores.tally().rootMeanSquaredError()).isZero();
        assertThat(scores.tally().determination()).isEqualTo(1);
        assertThat(scores.tally().correlation()).isCloseTo(1, within(1e-15));
        assertThat(scores.rankCorrelation()).isCloseTo(1, within(1e-15));
        assertThat(scores.tally().hitRate()).isEqualTo(1);
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
        RecentNumbers scores = fresh();
        NumberTally last = NumberTally.allTime();
        for (int i = 0; i < 300; i++) {
            step(scores, i);
            if (i >= 280) {
                last.update(outcomes.number(i), outcomes.otherNumber(i));
            }
        }

        assertThat(saved(scores.tally())).isEqualTo(saved(last));
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
        RecentNumbers scores = fresh();
        NumberTally allTime = NumberTally.allTime();
        NumberTally fading = NumberTally.fading(1);
        for (int i = 0; i < 2_000; i++) {
            double prediction = i % 2 == 0 ? 1e75 : -1e75;
            double value = i % 3 == 0 ? -1e75 : 1e75;
            scores.update(prediction, value);
            allTime.update(prediction, value);
            fading.update(prediction, value);
        }

        for (NumberTally tally : List.of(allTime, fading, scores.tally())) {
            for (double measure : measures(tally)) {
                assertThat(measure).isFinite();
            }
            assertThat(tally.correlation()).isBetween(-1.0, 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1e75, Double.NaN, Double.NEGATIVE_INFINITY})
    void aNumberOutOfRangeChangesNothing(double number) {
        RecentNumbers scores = fresh();
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

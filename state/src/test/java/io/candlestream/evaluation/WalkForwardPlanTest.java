package io.candlestream.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Interval;
import io.candlestream.seed.Seeded;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalkForwardPlanTest {

    private static WalkForwardPlan plan(
            String train, String test, String step, String embargo, boolean isAnchored) {
        return new WalkForwardPlan(
                Span.parse(train),
                Span.parse(test),
                Span.parse(step),
                Span.parse(embargo),
                isAnchored,
                true);
    }

    @Nested
    class Folds {

        @ParameterizedTest
        @CsvSource({
            "100, 20, 20, false, 0, 0, 100, 120",
            "100, 20, 20, false, 1, 20, 120, 140",
            "100, 20, 20, false, 3, 60, 160, 180",
            "100, 20, 20, true, 3, 0, 160, 180",
            "100, 20, 50, false, 2, 100, 200, 220",
            "100, 20, 5, false, 2, 10, 110, 130",
            "2d, 1d, 1d, false, 1, 86400000, 259200000, 345600000",
            "2d, 1d, 1d, true, 1, 0, 259200000, 345600000"
        })
        void areWhereTheStepsLead(
                String train,
                String test,
                String step,
                boolean isAnchored,
                int number,
                long trainFrom,
                long testFrom,
                long testTo) {
            assertThat(plan(train, test, step, "0", isAnchored).fold(number))
                    .isEqualTo(new Fold(number, trainFrom, testFrom, testTo, 0));
        }

        @ParameterizedTest
        @CsvSource({"119, 0", "120, 1", "139, 1", "140, 2", "0, 0", "1000, 45"})
        void countWhenTheirWholeTestWindowIsThere(long end, int count) {
            assertThat(plan("100", "20", "20", "0", false).foldCount(end)).isEqualTo(count);
        }

        @Seeded(runs = 300)
        void keepTrainingAndTestApart(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int horizon = random.nextInt(1, 20);
            int embargo = random.nextInt(0, 10);
            int train = random.nextInt(horizon + embargo + 1, 200);
            int test = random.nextInt(horizon, 60);
            int step = random.nextInt(test, 100);
            int end = random.nextInt(train + test, 1_000);
            WalkForwardPlan plan =
                    plan("" + train, "" + test, "" + step, "" + embargo, random.nextBoolean());
            plan.check(horizon, Interval.ONE_MINUTE);
            int count = plan.foldCount(end);
            int[] tested = new int[end];

            assertThat(count).isPositive();
            for (int k = 0; k < count; k++) {
                Fold fold = plan.fold(k);
                int trained = 0;
                for (int row = 0; row < end; row++) {
                    tested[row] += fold.tests(row) ? 1 : 0;
                    if (fold.trainsOn(row, row + horizon)) {
                        trained++;
                        assertThat(fold.tests(row)).isFalse();
                        assertThat(row + horizon + embargo).isLessThan((int) fold.testFrom());
                    }
                }
                long window = fold.testFrom() - fold.trainFrom();
                assertThat(trained).isEqualTo((int) window - horizon - embargo);
            }
            assertThat(Arrays.stream(tested).max().orElseThrow()).isEqualTo(1);
            assertThat(plan.fold(count).testTo()).isGreaterThan(end);
        }
    }

    @Nested
    class Purge {

        @Test
        void endsWhereALabelIsKnownBeforeTheTestWindow() {
            Fold fold = plan("100", "20", "20", "0", false).fold(0);

            assertThat(fold.trainsOn(87, 99)).isTrue();
            assertThat(fold.trainsOn(88, 100)).isFalse();
        }

        @Test
        void isLongerByTheEmbargo() {
            Fold fold = plan("100", "20", "20", "5", false).fold(0);

            assertThat(fold.trainsOn(82, 94)).isTrue();
            assertThat(fold.trainsOn(83, 95)).isFalse();
        }

        @Test
        void neverReachesBeforeTheTrainingWindow() {
            Fold fold = plan("100", "20", "20", "0", false).fold(1);

            assertThat(fold.trainsOn(19, 31)).isFalse();
            assertThat(fold.trainsOn(20, 32)).isTrue();
        }
    }

    @Nested
    class Refusals {

        @Test
        void areOfTestWindowsThatOverlapUnasked() {
            Span ten = Span.parse("10");

            assertThatThrownBy(() ->
                            new WalkForwardPlan(
                                    ten, ten, Span.parse("9"), Span.parse("0"), false, false))
                    .hasMessage("step must be at least test, 10, or overlap be allowed; was 9");
        }

        @Test
        void areOfMixedUnits() {
            assertThatThrownBy(() -> plan("365d", "500", "30d", "0", false))
                    .hasMessage(
                            "train, test, step and embargo must all be time like train, 365d, was"
                                    + " test 500");
        }

        @Test
        void areOfNothing() {
            assertThatThrownBy(() -> plan("10", "0", "1", "0", false))
                    .hasMessage("test must be at least 1, was 0");
        }

        @Test
        void areOfAHorizonLongerThanTheTest() {
            assertThatThrownBy(() ->
                            plan("10d", "1h", "1h", "0", false).check(61, Interval.ONE_MINUTE))
                    .hasMessage("test must be at least as long as the horizon, 61m, was 1h");
        }

        @Test
        void areOfTrainingWindowsThatArePurgedWhole() {
            assertThatThrownBy(
                            () -> plan("17", "20", "20", "5", false).check(12, Interval.ONE_MINUTE))
                    .hasMessage("train must be longer than horizon and embargo, 12 and 5, was 17");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-1", "1.5", "d", "5y", "1 d", "9999999999"})
        void areOfWhatIsNoLength(String text) {
            assertThatThrownBy(() -> Span.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be candles as in 5000 or time as in 365d");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5000", "365d", "2w", "36h", "90s"})
    void aLengthIsWrittenAsItIsRead(String text) {
        assertThat(Span.parse(text)).hasToString(text);
    }
}

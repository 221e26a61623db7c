package io.candlestream.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.seed.Seeded;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {

    /// Of 200 examples 120 train, 40 validate, 40 test; the last 5 of the first two reach further.
    @Test
    void leavesOutWhatReachesIntoTheNextPart() {
        Parts parts = Split.parse("60/20/20").parts(200, 5, 0);

        assertThat(parts).isEqualTo(new Parts(115, 120, 155, 160, 200));
        assertThat(parts.purgedCount()).isEqualTo(10);
    }

    @Test
    void leavesOutTheEmbargoBesides() {
        assertThat(Split.parse("70/15/15").parts(200, 5, 2))
                .isEqualTo(new Parts(133, 140, 163, 170, 200));
    }

    /// The label of example `i` is known with the candle of example `i + horizon`.
    @Seeded(runs = 200)
    void noLabelReachesIntoTheNextPart(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int horizon = random.nextInt(1, 50);
        int train = random.nextInt(10, 80);
        int validation = random.nextInt(5, 95 - train);
        Split split = new Split(train, validation, 100 - train - validation);

        Parts parts = split.parts(random.nextInt(1_500, 5_000), horizon, 0);

        assertThat(parts.trainTo() - 1 + horizon).isEqualTo(parts.validationFrom() - 1);
        assertThat(parts.validationTo() - 1 + horizon).isEqualTo(parts.testFrom() - 1);
    }

    /// 107 would validate with 85 - 64 - 12 = 9; of 108, 86 - 64 less 12 are the 10 needed.
    @Test
    void saysHowManyExamplesAreNeeded() {
        assertThatThrownBy(() -> Split.STANDARD.parts(107, 12, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "examples must be at least 108 for a split of 60/20/20 with a horizon of 12 and"
                                + " an embargo of 0 candles, were 107");
        assertThat(Split.STANDARD.parts(108, 12, 0).validationCount()).isEqualTo(10);
    }

    @Seeded(runs = 200)
    void whatItSaysIsNeededSuffices(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int train = random.nextInt(1, 98);
        int validation = random.nextInt(1, 99 - train);
        Split split = new Split(train, validation, 100 - train - validation);
        int horizon = random.nextInt(1, 200);

        int needed = needed(split, 0, horizon);

        for (int more = 0; more < 100; more++) {
            assertThat(split.parts(needed + more, horizon, 0).testCount())
                    .isGreaterThanOrEqualTo(Split.LEAST_EXAMPLES);
        }
        assertThat(needed(split, needed - 1, horizon)).isEqualTo(needed);
    }

    private static int needed(Split split, int count, int horizon) {
        try {
            split.parts(count, horizon, 0);
            throw new AssertionError(count + " examples were enough");
        } catch (IllegalArgumentException e) {
            return Integer.parseInt(
                    String.valueOf(e.getMessage()).replaceAll(".*at least (\\d+) for.*", "$1"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    60/20/30   | split must sum to 100, was 60/20/30, which sums to 110
                    60/40/0    | split must be of parts of at least 1 percent, was 60/40/0
                    60/40      | split must be three whole percentages as in 60/20/20, was "60/40"
                    NaN/20/20  | split must be three whole percentages as in 60/20/20, was "NaN/20/20"
                    60/-20/60  | split must be three whole percentages as in 60/20/20, was "60/-20/60"
                    """)
    void refusesWhatIsNoSplit(String text, String message) {
        assertThatThrownBy(() -> Split.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(Split.parse(" 70/15/15 ")).hasToString("70/15/15");
    }
}

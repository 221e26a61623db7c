package io.candlestream.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.seed.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PairedDifferenceTest implements MeasureContract<PairedDifference> {

    private final Outcomes outcomes = new Outcomes(6);

    @Override
    public PairedDifference fresh() {
        return new PairedDifference(7);
    }

    @Override
    public void step(PairedDifference difference, int i) {
        difference.update(outcomes.number(i), outcomes.otherNumber(i));
    }

    @Override
    public int doubleAt() {
        return Long.BYTES;
    }

    @Test
    void withoutALagItIsThePlainStandardError() {
        PairedDifference difference = new PairedDifference(0);
        difference.update(1, 0);
        difference.update(5, 2);
        difference.update(2, 0);

        // Differences 1, 3, 2: mean 2, mean square from it 2/3.
        assertThat(difference.mean()).isEqualTo(2);
        assertThat(difference.standardError()).isCloseTo(Math.sqrt(2 / 3.0 / 3), within(1e-15));
        assertThat(difference.low()).isCloseTo(2 - 1.959964 * Math.sqrt(2) / 3, within(1e-6));
        assertThat(difference.high()).isCloseTo(2 + 1.959964 * Math.sqrt(2) / 3, within(1e-6));
    }

    @Seeded(runs = 50)
    void isThatOfTheDefinitionHoweverFewOutcomes(long seed) {
        Random random = new Random(seed);
        int lag = random.nextInt(0, 12);
        int count = random.nextInt(2, 80);
        PairedDifference difference = new PairedDifference(lag);
        double[] differences = new double[count];
        for (int i = 0; i < count; i++) {
            double loss = random.nextDouble(0, 5);
            double other = random.nextDouble(0, 3);
            differences[i] = loss - other;
            difference.update(loss, other);
        }

        assertThat(difference.standardError())
                .isCloseTo(neweyWest(differences, lag), within(1e-12));
    }

    /// Differences are sums of the last five of independent numbers, as labels of the horizon 5
    /// make them: neighbours are alike.
    @Test
    void theIntervalHoldsTheTruthAboutAsOftenAsItSays() {
        int robust = 0;
        int naive = 0;
        for (int seed = 1; seed <= 1_000; seed++) {
            Random random = new Random(seed);
            PairedDifference withLag = new PairedDifference(20);
            PairedDifference without = new PairedDifference(0);
            double[] shocks = random.doubles(2_005, -1, 1).toArray();
            for (int i = 5; i < shocks.length; i++) {
                double difference =
                        shocks[i] + shocks[i - 1] + shocks[i - 2] + shocks[i - 3] + shocks[i - 4];
                withLag.update(0.3 + difference, 0);
                without.update(0.3 + difference, 0);
            }
            robust += holds(withLag, 0.3) ? 1 : 0;
            naive += holds(without, 0.3) ? 1 : 0;
        }

        assertThat(robust).isBetween(920, 970);
        assertThat(naive).isLessThan(700);
    }

    @Test
    void equalForecastersDifferByNothing() {
        PairedDifference difference = fresh();
        for (int i = 0; i < 100; i++) {
            difference.update(outcomes.number(i), outcomes.number(i));
        }

        assertThat(difference.mean()).isZero();
        assertThat(difference.standardError()).isZero();
        assertThat(difference.count()).isEqualTo(100);
    }

    @Test
    void aConstantDifferenceIsCertain() {
        PairedDifference difference = fresh();
        for (int i = 0; i < 100; i++) {
            difference.update(0.3, 0.1);
        }

        assertThat(difference.mean()).isEqualTo(0.3 - 0.1);
        assertThat(difference.low()).isEqualTo(difference.high());
    }

    @Test
    void refusesWhatIsOutOfRange() {
        PairedDifference difference = fresh();
        difference.update(1, 2);

        assertThatThrownBy(difference::mean)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a difference needs at least 2 outcomes, there were 1");
        assertThatThrownBy(() -> difference.update(Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("loss must be from -1e75 to 1e75, was NaN");
        assertThatThrownBy(() -> new PairedDifference(1001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lag must be from 0 to 1000, was 1001");
        assertThat(difference.count()).isEqualTo(1);
    }

    private static boolean holds(PairedDifference difference, double truth) {
        return difference.low() <= truth && truth <= difference.high();
    }

    private static double neweyWest(double[] differences, int lag) {
        int count = differences.length;
        double mean = 0;
        for (double difference : differences) {
            mean += difference / count;
        }
        double variance = 0;
        for (int k = 0; k <= Math.min(lag, count - 1); k++) {
            double covariance = 0;
            for (int t = k; t < count; t++) {
                covariance += (differences[t] - mean) * (differences[t - k] - mean) / count;
            }
            variance += (k == 0 ? 1 : 2 * (1 - k / (lag + 1.0))) * covariance;
        }
        return Math.sqrt(Math.max(0, variance) / count);
    }
}

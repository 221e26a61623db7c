package io.candlestream.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RankCorrelationTest implements MeasureContract<RankCorrelation> {

    private final Outcomes outcomes = new Outcomes(5);

    @Override
    public RankCorrelation fresh() {
        return new RankCorrelation(20);
    }

    @Override
    public void step(RankCorrelation correlation, int i) {
        correlation.update(outcomes.number(i), outcomes.otherNumber(i));
    }

    @Override
    public int doubleAt() {
        return 2 * Integer.BYTES;
    }

    @Test
    void isOneForAnyGrowingRelation() {
        RankCorrelation growing = fresh();
        RankCorrelation falling = fresh();
        for (int i = 0; i < 10; i++) {
            growing.update(i, Math.pow(10, i));
            falling.update(i, -Math.pow(10, i));
        }

        assertThat(growing.value()).isCloseTo(1, within(1e-15));
        assertThat(falling.value()).isCloseTo(-1, within(1e-15));
    }

    @Test
    void equalNumbersShareTheMeanOfTheirPlaces() {
        assertThat(Ranks.of(new double[] {5, 1, 5, 0.0, -0.0, 5}))
                .containsExactly(5, 3, 5, 1.5, 1.5, 5);
    }

    @Test
    void ofTiesItIsPearsonsCoefficientOfTheRanks() {
        RankCorrelation correlation = fresh();
        double[] x = {1, 2, 2, 3};
        double[] y = {1, 3, 2, 4};
        for (int i = 0; i < 4; i++) {
            correlation.update(x[i], y[i]);
        }

        // Ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4: products 4.5, squares 4.5 and 5.
        assertThat(correlation.value()).isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-15));
    }

    @Test
    void isZeroBeforeThereAreTwoPairs() {
        RankCorrelation correlation = fresh();
        assertThat(correlation.value()).isZero();

        correlation.update(1, 1);

        assertThat(correlation.value()).isZero();
    }

    @Test
    void refusesWhatHasNoPlace() {
        assertThatThrownBy(() -> fresh().update(0, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pair must be finite numbers, was 0.0 and NaN");
    }
}

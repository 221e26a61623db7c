package io.candlestream.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class AlwaysLongTest implements BaselineContract {

    private final double[] probabilities = new double[3];

    @Override
    public Baseline baseline(int classCount) {
        return new AlwaysLong(classCount, 0);
    }

    @Test
    void predictsTheRisingClassWithTheFrequenciesThereHaveBeen() {
        Baseline baseline = new AlwaysLong(3, 2);
        baseline.learn(0);
        baseline.learn(0);
        baseline.learn(1);

        assertThat(baseline.predict(probabilities)).isEqualTo(2);
        assertThat(probabilities).containsExactly(3 / 6.0, 2 / 6.0, 1 / 6.0);
    }

    @Test
    void isNamed() {
        assertThat(baseline(2).name()).isEqualTo("always_long");
    }

    @Test
    void refusesAClassThatIsNone() {
        assertThatThrownBy(() -> new AlwaysLong(3, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rising class must be from 0 to 2, was 3");
    }
}

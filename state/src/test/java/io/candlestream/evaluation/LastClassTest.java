package io.candlestream.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LastClassTest implements BaselineContract {

    private final double[] probabilities = new double[3];

    @Override
    public Baseline baseline(int classCount) {
        return new LastClass(classCount);
    }

    @Test
    void predictsTheLastLabel() {
        assertThat(learned(2).predict(probabilities)).isEqualTo(2);
        assertThat(learned(2, 0, 1).predict(probabilities)).isEqualTo(1);
    }

    @Test
    void oneLabelSaysNothingAboutPersistence() {
        learned(2).predict(probabilities);

        assertThat(probabilities)
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-16));
    }

    @Test
    void itsProbabilityIsTheSmoothedFrequencyOfRepetition() {
        // Four pairs, three of them repetitions: (3 + 1) / (4 + 3).
        learned(1, 1, 1, 1, 0).predict(probabilities);

        assertThat(probabilities)
                .containsExactly(new double[] {4 / 7.0, 1.5 / 7, 1.5 / 7}, within(1e-16));
    }

    @Test
    void persistsEvenWhereLabelsAlwaysChange() {
        Baseline baseline = learned(0, 1, 2, 0, 1, 2, 0, 1);

        assertThat(baseline.predict(probabilities)).isEqualTo(1);
        assertThat(probabilities[1]).isLessThan(probabilities[0]);
    }

    @Test
    void isNamed() {
        assertThat(baseline(2).name()).isEqualTo("last_class");
    }

    private static Baseline learned(int... labels) {
        Baseline baseline = new LastClass(3);
        for (int label : labels) {
            baseline.learn(label);
        }
        return baseline;
    }
}

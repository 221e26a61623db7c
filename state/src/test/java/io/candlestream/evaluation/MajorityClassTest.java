package io.candlestream.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MajorityClassTest implements BaselineContract {

    private final double[] probabilities = new double[3];

    @Override
    public Baseline baseline(int classCount) {
        return new MajorityClass(classCount);
    }

    @Test
    void predictsTheMostFrequentClassWithItsSmoothedFrequency() {
        Baseline baseline = learned(2, 1, 2, 2);

        assertThat(baseline.predict(probabilities)).isEqualTo(2);
        assertThat(probabilities).containsExactly(1 / 7.0, 2 / 7.0, 4 / 7.0);
    }

    @Test
    void predictsTheLowerIndexOfEquals() {
        assertThat(learned(2, 1).predict(probabilities)).isEqualTo(1);
        assertThat(learned(1, 2).predict(probabilities)).isEqualTo(1);
        assertThat(learned(2, 1, 0).predict(probabilities)).isZero();
    }

    @Test
    void isNamed() {
        assertThat(baseline(2).name()).isEqualTo("majority_class");
    }

    private static Baseline learned(int... labels) {
        Baseline baseline = new MajorityClass(3);
        for (int label : labels) {
            baseline.learn(label);
        }
        return baseline;
    }
}

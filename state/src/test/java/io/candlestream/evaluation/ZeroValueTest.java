package io.candlestream.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ZeroValueTest implements NumberBaselineContract {

    @Override
    public NumberBaseline baseline() {
        return new ZeroValue();
    }

    @Test
    void predictsZeroWhateverComesTrue() {
        NumberBaseline baseline = baseline();

        baseline.learn(5);

        assertThat(baseline.predict()).isZero();
        assertThat(baseline.name()).isEqualTo("zero");
    }
}

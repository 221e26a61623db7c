package io.candlestream.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ConformalConfigTest {

    @Test
    void writesItselfAsAnExpression() {
        assertThat(ConformalConfig.standard().expression())
                .isEqualTo("conformal(coverage=0.9,rate=0.005,window=500)");
    }

    @Test
    void theShortestWindowThatCanWarrantTheCoverageWill() {
        assertThat(new ConformalConfig(0.9, 0.005, 9).window()).isEqualTo(9);
        assertThat(new ConformalConfig(0.99, 0.005, 99).window()).isEqualTo(99);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new ConformalConfig(1, 0.005, 500))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("coverage must be above 0 and below 1, was 1.0");
        assertThatThrownBy(() -> new ConformalConfig(0.9, -0.1, 500))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate must be from 0 to 1, was -0.1");
        assertThatThrownBy(() -> new ConformalConfig(0.9, 0.1, 10_001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window must be from 2 to 10000, was 10001");
        assertThatThrownBy(() -> new ConformalConfig(0.9, 0.1, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window must be at least coverage / (1 - coverage), was 8 for 0.9");
    }
}

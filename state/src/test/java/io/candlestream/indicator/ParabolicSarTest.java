package io.candlestream.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ParabolicSarTest {

    private final Quote high = new Quote();
    private final Quote low = new Quote();
    private final ParabolicSar stop = new ParabolicSar(high, low, 0.02, 0.2);

    @Test
    void followsTheExtremeByOneStepMoreForEveryNewOne() {
        update(11, 10);
        update(12, 11);
        assertThat(stop.value()).isEqualTo(10);

        update(13, 12);
        double first = 10 + 0.02 * (12 - 10);
        assertThat(stop.value()).isCloseTo(first, within(1e-12));

        update(14, 13);
        assertThat(stop.value()).isCloseTo(first + 0.04 * (13 - first), within(1e-12));
    }

    @Test
    void turnsToTheExtremeWhenItIsHit() {
        update(11, 10);
        update(12, 11);
        update(13, 12);

        update(12, 9);

        assertThat(stop.value()).isEqualTo(13);
    }

    @Test
    void beginsDownwardWhenTheSecondCandleReachesFurtherDown() {
        update(11, 10);
        update(10.5, 8);

        assertThat(stop.value()).isEqualTo(11);
    }

    @Test
    void refusesAStepThatIsNoShare() {
        assertThatThrownBy(() -> new ParabolicSar(high, low, 1.5, 0.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("step must be from 0 to 1, was 1.5");
    }

    private void update(double highest, double lowest) {
        high.set(highest);
        low.set(lowest);
        stop.update();
    }
}

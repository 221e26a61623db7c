package io.candlestream.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EarlyStoppingTest {

    /// 0.9 and 0.8 improve; 0.8 again does not, nor 0.85; 0.7 does, and the three after it do not.
    @Test
    void stopsAfterAsManyEpochsWithoutALowerLossAsItHasPatience() {
        double[] curve = {0.9, 0.8, 0.8, 0.85, 0.7, 0.71, 0.7, 0.9};
        boolean[] isBest = {true, true, false, false, true, false, false, false};
        EarlyStopping stopping = new EarlyStopping(3);

        for (int i = 0; i < curve.length; i++) {
            assertThat(stopping.isOver()).as("before epoch %d", i + 1).isFalse();
            assertThat(stopping.isBest(curve[i])).as("epoch %d", i + 1).isEqualTo(isBest[i]);
        }

        assertThat(stopping.isOver()).isTrue();
        assertThat(stopping.bestEpoch()).isEqualTo(5);
    }

    @Test
    void aLossThatIsNotANumberIsNoImprovement() {
        EarlyStopping stopping = new EarlyStopping(2);

        assertThat(stopping.isBest(Double.NaN)).isTrue();
        assertThat(stopping.isBest(Double.NaN)).isFalse();
        assertThat(stopping.isBest(1)).isTrue();
        assertThat(stopping.isBest(Double.NaN)).isFalse();
        assertThat(stopping.bestEpoch()).isEqualTo(3);
    }

    @Test
    void needsPatience() {
        assertThatThrownBy(() -> new EarlyStopping(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("patience must be at least 1, was 0");
    }
}

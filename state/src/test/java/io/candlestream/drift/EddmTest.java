package io.candlestream.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class EddmTest implements DriftDetectorContract {

    @Override
    public DriftDetector detector() {
        return new Eddm(0.5, 0.95, 0.9, 100);
    }

    @Override
    public int greatestDelay() {
        return 1_000;
    }

    @Override
    public int falseAlarms() {
        return 5;
    }

    @Test
    void errorsThatComeCloserAreAWarningAndThenADrift() {
        DriftDetector detector = new Eddm(0.5, 0.95, 0.9, 4);
        Drift[] said = new Drift[4];
        for (int i = 0; i < 4 * 10; i++) {
            detector.update(i % 10 == 9 ? 1 : 0);
        }
        // Distances of 10 and then 1: mean and deviation 8.2 and 3.6, together 15.4, more than 10;
        // 7 and 4.02, 15.05; 6.14 and 4.45, 15.05; 5.5 and 4.5, 14.5, which is 0.9416 of 15.4.
        for (int i = 0; i < 4; i++) {
            said[i] = detector.update(1);
        }

        assertThat(said).containsExactly(Drift.STABLE, Drift.STABLE, Drift.STABLE, Drift.WARNING);
        assertThat(detector.update(0)).isEqualTo(Drift.WARNING);
        Drift drift = Drift.WARNING;
        for (int i = 0; i < 3 && drift != Drift.DRIFT; i++) {
            drift = detector.update(1);
        }
        assertThat(drift).isEqualTo(Drift.DRIFT);
    }

    @Test
    void lossesUpToTheBoundAreNoErrors() {
        DriftDetector detector = new Eddm(2, 0.95, 0.9, 2);
        for (int i = 0; i < 100; i++) {
            assertThat(detector.update(i % 10 == 9 || i > 50 ? 2 : 0)).isEqualTo(Drift.STABLE);
        }
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new Eddm(0.5, 0.9, 0.95, 30))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("drift level must be above 0.0 and below 0.9, was 0.95");
        assertThatThrownBy(() -> new Eddm(Double.NaN, 0.95, 0.9, 30))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the bound of errors must be finite, was NaN");
        assertThatThrownBy(() -> new Eddm(0.5, 0.95, 0.9, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("least errors must be at least 2, was 1");
    }
}

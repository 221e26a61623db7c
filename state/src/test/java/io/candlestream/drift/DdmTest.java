package io.candlestream.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.golden.GoldenTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DdmTest implements DriftDetectorContract {

    @Override
    public DriftDetector detector() {
        return new Ddm(2, 3, 30);
    }

    @Override
    public int greatestDelay() {
        return 3_500;
    }

    @Override
    public int falseAlarms() {
        return 5;
    }

    /// River says for its own example: warning at 1084, drift at 1334, warning at 1492.
    @Test
    void saysOfRiversExampleWhatRiverSays() {
        double[] losses = GoldenTable.read("drift/streams.csv").column("misses");
        DriftDetector detector = detector();
        List<String> said = new ArrayList<>();
        boolean warned = false;
        for (int i = 0; i < losses.length; i++) {
            Drift drift = detector.update(losses[i]);
            if (drift == Drift.DRIFT || (drift == Drift.WARNING && !warned)) {
                said.add(drift + " " + i);
                warned = drift == Drift.WARNING;
            }
        }

        assertThat(said).containsExactly("WARNING 1084", "DRIFT 1334", "WARNING 1492");
    }

    @Test
    void theFirstMissAfterARunOfHitsIsNoDrift() {
        DriftDetector detector = detector();
        for (int i = 0; i < 1_000; i++) {
            detector.update(0);
        }

        assertThat(detector.update(1)).isEqualTo(Drift.STABLE);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new Ddm(3, 2, 30))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("drift level must be above 3.0 and below 1.0E9, was 2.0");
        assertThatThrownBy(() -> new Ddm(1, 2, 30)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ddm(2, 3, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("least count must be at least 2, was 1");
    }
}

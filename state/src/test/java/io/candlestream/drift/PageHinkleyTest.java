package io.candlestream.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.golden.GoldenTable;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PageHinkleyTest implements DriftDetectorContract {

    @Override
    public DriftDetector detector() {
        return new PageHinkley(0.02, 50, 30);
    }

    @Override
    public int greatestDelay() {
        return 300;
    }

    @Override
    public int falseAlarms() {
        return 0;
    }

    /// River says index 1006 for its own example.
    @Test
    void findsTheChangeOfRiversExampleWhereRiverDoes() {
        double[] losses = GoldenTable.read("drift/streams.csv").column("jump");
        DriftDetector detector = new PageHinkley(0.005, 50, 30);
        int at = 0;
        while (detector.update(losses[at]) != Drift.DRIFT) {
            at++;
        }

        assertThat(at).isEqualTo(1006);
    }

    @Test
    void theExcessIsWhatExceedsTheMeanAndTheTolerance() {
        DriftDetector detector = new PageHinkley(0.5, 4, 1);
        // Means 0, 2, 3: excesses 0, 1.5, 1.5 + 1.5; at the mean 4.5 it is 3 + 4.
        assertThat(detector.update(0)).isEqualTo(Drift.STABLE);
        assertThat(detector.update(4)).isEqualTo(Drift.STABLE);
        assertThat(detector.update(5)).isEqualTo(Drift.STABLE);
        assertThat(detector.update(9)).isEqualTo(Drift.DRIFT);
    }

    /// The distance between alarms that the class states: v = 0.16, z = 3.75, so 6,930 losses.
    @Test
    void alarmsWhereNothingChangesAreAsFarApartAsStated() {
        Random random = new Random(1);
        DriftDetector detector = new PageHinkley(0.02, 15, 30);
        int alarms = 0;
        for (int i = 0; i < 1_000_000; i++) {
            alarms += detector.update(random.nextDouble() < 0.2 ? 1 : 0) == Drift.DRIFT ? 1 : 0;
        }

        assertThat(alarms).isBetween(50, 200);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new PageHinkley(-1, 50, 30))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tolerance must be at least 0, was -1.0");
        assertThatThrownBy(() -> new PageHinkley(0.1, 0, 30))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threshold must be above 0.0 and below Infinity, was 0.0");
        assertThatThrownBy(() -> new PageHinkley(0.1, 50, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("least count must be at least 1, was 0");
    }
}
